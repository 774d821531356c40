"""Every event handler can be called by any client with anything: nobody notices, and no trace comes back."""

import asyncio
import json
from typing import Any

import pytest
import reflex as rx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.async_api import Browser

import chat_stream.state
from tests.browser.test_sockets import Listener
from tests.support.eventually import eventually
from tests.support.provider import Finish, Say, ScriptedProvider, Until
from tests.support.site import Server
from tests.support.visitor import Visitor, new_visitor

STATES = [each for each in vars(chat_stream.state).values() if isinstance(each, type) and issubclass(each, rx.State)]
HANDLERS = {
    f"{state.get_full_name()}.{name}": tuple(handler.fn.__code__.co_varnames[1 : handler.fn.__code__.co_argcount])
    for state in STATES
    for name, handler in state.event_handlers.items()
}
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=50)
    | st.sampled_from(
        ["x" * 200_000, "\0", "\ud800", "__class__", "../../etc/passwd", "' OR 1=1 --", -(2**70), "1e999"]
    ),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=20), inner, max_size=4),
    max_leaves=20,
)


def deep(levels: int) -> Any:
    nested: Any = "deep"
    for _ in range(levels):
        nested = {"a": [nested]}
    return nested


@pytest.mark.parametrize("examples", [2, pytest.param(15, marks=[pytest.mark.slow, pytest.mark.timeout(600)])])
async def test_whatever_handlers_are_called_with_disturbs_nobody(
    ada: Visitor, browser: Browser, server: Server, provider: ScriptedProvider, examples: int
):
    """With so many examples for each event handler."""
    all_are_called = asyncio.Event()
    provider.on("undisturbed", Say("Before. "), Until(all_are_called), Say("After."), Finish())
    tab = await ada.tab()
    mallory = await new_visitor(browser, server.url)
    (cookie,) = await mallory.context.cookies()
    async with Listener(server, f"{cookie.get('name')}={cookie.get('value')}") as caller:
        await caller.is_ready()
        await tab.ask("Be undisturbed.")
        loop = asyncio.get_running_loop()
        for handler, arguments in sorted(HANDLERS.items(), key=ends_the_session):
            await asyncio.to_thread(call_with_junk, loop, caller, handler, arguments, examples)
        all_are_called.set()
        await tab.shows_status("completed")
        assert await tab.text() == "Before. After."
        await eventually(lambda: caller.is_connected, within=30)
        assert not caller.hears("Traceback")
        assert not caller.hears('File \\"')
    await mallory.context.close()


def ends_the_session(handler: tuple[str, tuple[str, ...]]) -> bool:
    return handler[0].endswith(".sign_out_everywhere")


def call_with_junk(
    loop: asyncio.AbstractEventLoop, caller: Listener, handler: str, arguments: tuple[str, ...], examples: int
) -> None:
    def call(payload: Any) -> None:
        asyncio.run_coroutine_threadsafe(caller.emit(handler, payload), loop).result(30)

    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
    @given(
        st.fixed_dictionaries(dict.fromkeys(arguments, JUNK)) | st.dictionaries(st.text(max_size=9), JUNK, max_size=3)
    )
    def with_junk(payload: dict[str, Any]) -> None:
        call(json.loads(json.dumps(payload)))

    with_junk()
    call(dict.fromkeys(arguments, deep(200)))
    call({})
