"""LiteLLM takes seconds to import and likes the network. Each test looks at an interpreter of its own."""

import os
import subprocess
import sys
import textwrap

GUARDED = """
import socket, sys

def refuse(*_, **__):
    raise SystemExit("a connection was tried")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refuse
"""


def test_importing_llm_does_not_import_litellm():
    run(
        """
        import sys
        import chat_stream.llm
        assert "litellm" not in sys.modules
        assert "openai" not in sys.modules
        """
    )


def test_without_a_key_the_menu_needs_no_litellm():
    run(
        """
        import asyncio, sys
        from chat_stream import llm
        assert [model.name for model in asyncio.run(llm.available_models(()))] == ["demo"]
        assert [model.name for model in asyncio.run(llm.available_models(("demo",)))] == ["demo"]
        assert "litellm" not in sys.modules
        """
    )


def test_importing_and_the_demo_need_no_network_and_say_nothing_on_the_console():
    said = run(
        GUARDED
        + """
import asyncio, threading, time
from chat_stream import llm
import chat_stream.llm.demo
llm.demo.WORDS_A_SECOND = 100_000.0

start = time.monotonic()
llm.warm_up()
assert time.monotonic() - start < 0.5, "warming up blocks"
[importing] = [thread for thread in threading.enumerate() if thread.name == "import-litellm"]
importing.join()

async def main():
    request = llm.Request("demo", (llm.Turn("user", "Hello"),))
    assert "no AI" in "".join([chunk.content async for chunk in llm.stream(request)])
    try:
        [chunk async for chunk in llm.stream(llm.Request("openai/gpt-4o", request.turns))]
    except llm.ProviderError as error:
        assert error.kind == "key_refused"
    await llm.close()

asyncio.run(main())
"""
    )
    assert said == ""


def run(program: str) -> str:
    """The program's output. It has no key, and every warning is an error."""
    environment = {name: value for name, value in os.environ.items() if not name.endswith(("_KEY", "_BASE"))}
    finished = subprocess.run(
        [sys.executable, "-W", "always", "-c", textwrap.dedent(program)],
        env={**environment, "OLLAMA_API_BASE": "http://127.0.0.1:9"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    return finished.stdout + finished.stderr
