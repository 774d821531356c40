"""The composition root: the app, its pages, its HTTP routes and its worker."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

import asyncio
import sys
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

import reflex as rx
from reflex.constants import Dirs
from reflex.utils.prerequisites import get_web_dir
from reflex_base import otel

from chat_stream import llm, reach
from chat_stream.api import api
from chat_stream.browser.page import early_script
from chat_stream.components.appearance.fonts import Fonts
from chat_stream.components.appearance.installable import installable
from chat_stream.components.appearance.language import chosen_language
from chat_stream.components.appearance.stylesheets import STYLESHEETS
from chat_stream.components.entrance.asked_page import ComingBack
from chat_stream.components.frame.broken_page import error_boundary
from chat_stream.components.frame.connection import reconnecting
from chat_stream.components.page.every_page import Everywhere
from chat_stream.config import SettingError, settings
from chat_stream.pages import add_pages
from chat_stream.reflex_patches import handle_failure, keep_lock_notices, poll_without_tasks, send_lean_hydrates
from chat_stream.server import BodyLimit, SafeHeaders, SessionCookie, SocketLimit, TabToken
from chat_stream.server.granian import OpenSockets, on_stop_signal
from chat_stream.state import (
    AdminState,
    GenerationsState,
    InvitationState,
    KeysState,
    ParametersState,
    ProfileState,
    SettingsState,
    TeamState,
)
from chat_stream.telemetry import configure_logs, start_tracing, stop_tracing
from chat_stream.texts.page import Texts
from chat_stream.worker import Worker
from reflex_object_deltas import KeepSocket, ObjectDeltas


@asynccontextmanager
async def traces() -> AsyncGenerator[None]:
    """Traces Reflex's own steps (a click, a state's lock) and ours, if the settings say where to send them."""
    if not settings().traces:
        yield
        return
    provider = start_tracing()
    otel.enable(provider)
    try:
        yield
    finally:
        otel.disable()
        await asyncio.to_thread(stop_tracing, provider)


@asynccontextmanager
async def run_worker() -> AsyncGenerator[None]:
    """Runs the worker as long as the server."""
    async with AsyncExitStack() as running:
        try:
            configure_logs(settings().log_format)
            worker = await running.enter_async_context(Worker(settings()).running())
        except SettingError as error:
            sys.exit(str(error))
        on_stop_signal(partial(_leave, worker))
        llm.warm_up()
        yield


def _check_dependencies() -> None:
    """Stops the start, or the build, if the inside of a dependency isn't the one that is reached into."""
    try:
        reach.check()
    except reach.WrongShape as wrong:
        sys.exit(str(wrong))


async def _leave(worker: Worker) -> None:
    """Ends all follows immediately, so that viewers can go elsewhere. Answers being written are left to the worker's
    own stop."""
    worker.reconciler.end_reads()
    await open_sockets.close()


_check_dependencies()
open_sockets = OpenSockets()
poll_without_tasks()
send_lean_hydrates(
    (
        *(AdminState, GenerationsState, InvitationState, KeysState, ParametersState),
        *(ProfileState, SettingsState, TeamState),
    )
)
app = rx.App(
    stylesheets=STYLESHEETS,
    app_wraps={
        (55, "ErrorBoundary"): lambda _: error_boundary(),
        (6, "ObjectDeltas"): lambda _: ObjectDeltas.create(),
        (8, "KeepSocket"): lambda _: KeepSocket.create(),
        (4, "Fonts"): lambda _: Fonts.create(),
        (7, "Texts"): lambda _: Texts.create(),
        (5, "Language"): lambda _: rx.fragment(chosen_language()),
        (5, "Everywhere"): lambda _: rx.fragment(Everywhere.create()),
        (5, "ComingBack"): lambda _: rx.fragment(ComingBack.create()),
        (5, "Reconnecting"): lambda _: rx.fragment(reconnecting()),
    },
    html_lang="en",
    head_components=[early_script(), *installable()],
    toaster=None,
    backend_exception_handler=handle_failure,
    api_transformer=[  # the last one is in front
        api(),
        open_sockets.guard,
        SocketLimit,
        TabToken,
        SessionCookie,
        partial(BodyLimit, limit=settings().limits.body),
        partial(SafeHeaders, pages=get_web_dir() / Dirs.STATIC),
    ],
)
app.register_lifespan_task(traces)
app.register_lifespan_task(run_worker)
app.register_lifespan_task(keep_lock_notices)
add_pages(app)
