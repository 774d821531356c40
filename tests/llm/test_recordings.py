"""Recordings of real servers' answers are read correctly. `docs/providers.md` lists them."""

import re
from pathlib import Path

import pytest

from chat_stream import llm
from chat_stream.llm import Usage

from .asking import answer_of
from .raw_server import Wire

RECORDINGS = Path(__file__).parent / "recordings"
DOCUMENT = Path(__file__).parents[2] / "docs" / "providers.md"

MODELS = {
    "anthropic": "anthropic/claude-sonnet-4-5",
    "azure": "azure/gpt-4o",
    "cerebras": "cerebras/gpt-oss-120b",
    "cohere": "cohere_chat/command-a-reasoning-08-2025",
    "dashscope": "dashscope/qwen-plus",
    "deepseek": "deepseek/deepseek-reasoner",
    "fireworks": "fireworks_ai/accounts/fireworks/models/glm-4p6",
    "gemini": "gemini/gemini-2.5-flash",
    "groq": "groq/qwen/qwen3-32b",
    "litellm-proxy": "litellm_proxy/claude",
    "lm-studio": "lm_studio/qwen3-4b",
    "minimax": "minimax/MiniMax-M2",
    "mistral": "mistral/magistral-medium-2509",
    "moonshot": "moonshot/kimi-k2-thinking",
    "openrouter": "openrouter/anthropic/claude-sonnet-4.5",
    "perplexity": "perplexity/sonar",
    "together": "together_ai/deepseek-ai/DeepSeek-R1",
    "vllm": "hosted_vllm/Qwen/Qwen3-8B",
    "xai": "xai/grok-3-mini",
}
"""By LiteLLM's name of the provider; the others are asked as servers of one's own."""
WITHOUT_THOUGHTS = {"azure", "openai", "perplexity", "text-generation-inference"}

pytestmark = pytest.mark.filterwarnings("ignore:.*ReadOnly:UserWarning")
"""pydantic's remark on a type of LiteLLM, which it builds for some providers when they are first asked."""

NAMES = sorted(path.stem for path in RECORDINGS.glob("*.sse"))


@pytest.mark.parametrize("piece", [0, 7], ids=["whole", "in-pieces"])
@pytest.mark.parametrize("name", NAMES)
async def test_every_server_is_read_the_same(wire: Wire, name: str, piece: int):
    wire.says((RECORDINGS / f"{name}.sse").read_bytes(), piece=piece)

    answer = await answer_of(wire.ask(MODELS.get(name, "openai/some-model")))

    assert answer.error is None, answer.error.detail
    assert answer.content == "2 + 2 is **4**."
    assert answer.reasoning == ("" if name in WITHOUT_THOUGHTS else "Add them.")
    assert answer.finish_reason == "stop"
    assert answer.usage == Usage(12, 9)


@pytest.mark.parametrize("name", NAMES)
async def test_every_server_that_breaks_off_is_told_as_such(wire: Wire, name: str):
    body = (RECORDINGS / f"{name}.sse").read_bytes()
    wire.says(body[: body.index(b" is ") + 3].rpartition(b"\n\n")[0] + b"\n\n", is_cut=True)

    answer = await answer_of(wire.ask(MODELS.get(name, "openai/some-model")))

    assert answer.error is not None
    assert answer.error.kind is llm.ErrorKind.CUT_OFF
    assert "2 + 2 is **4**.".startswith(answer.content)


def test_every_recording_is_in_the_document_with_its_source():
    rows = re.findall(r"^\|.*\[`(.+?)\.sse`\]\(.*\).*\|$", DOCUMENT.read_text(), re.MULTILINE)
    assert sorted(rows) == NAMES
