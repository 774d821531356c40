"""The server: OpenAI's routes for a client, and a route for scripts where the test sits in another process."""

import asyncio
import contextlib
from typing import Any, Self

from aiohttp import web

from .call import Call
from .reply import Reply, ReplyEnded
from .script import Scripts
from .steps import Step, Tokens, TokensUntil


class ScriptedProvider:
    """Serves on a loopback port while entered. `url` ends in `/v1` and is what `OPENAI_API_BASE` takes.

    Routes: `POST /v1/chat/completions`, `GET /v1/models`; `POST /script`, `DELETE /script`, `GET /calls`, which
    `script.add_json` and `Call.as_json` describe.
    """

    def __init__(self, port: int = 0) -> None:
        self.url = ""
        self.calls: list[Call] = []
        self.models = ["scripted"]
        self._port = port
        self._scripts = Scripts()
        self._is_stopping = False
        self._playing = set[asyncio.Task[Any]]()
        self._awaiting: list[asyncio.Future[Call]] = []
        self._runner = web.AppRunner(self._app(), handler_cancellation=True, shutdown_timeout=0.2, access_log=None)

    def reply(self, *script: Step) -> None:
        """Sets the script of the next call that no `on` claims; called again, of the one after it."""
        self._scripts.queue.append(script)

    def on(self, question_part: str, *script: Step) -> None:
        """Sets the script of each call whose last user turn contains this text."""
        self._scripts.by_question[question_part] = script

    def by(self, model: str, *script: Step) -> None:
        """Sets the script of each call for this model that no `on` claims."""
        self._scripts.by_model[model] = script

    def always(self, *script: Step) -> None:
        """Sets the script of calls that nothing else claims."""
        self._scripts.default = script

    def tokens(self, count: int, rate: float, seed: int = 0) -> Tokens:
        """A steady stream of `count` tokens, `rate` a second."""
        return Tokens(count, rate, seed)

    def tokens_until(self, moment: asyncio.Event, rate: float = 100, seed: int = 0) -> TokensUntil:
        """A steady stream of tokens that ends when the test says so."""
        return TokensUntil(moment, rate, seed)

    async def next_call(self) -> Call:
        """The next call that comes in, as soon as its request was read."""
        coming: asyncio.Future[Call] = asyncio.get_running_loop().create_future()
        self._awaiting.append(coming)
        return await coming

    def forget(self) -> None:
        """No scripts and no calls, as at the start."""
        self._scripts.clear()
        self.calls.clear()

    def cut_all(self) -> None:
        """Ends what is still being said, as a provider that goes away."""
        for playing in self._playing:
            playing.cancel()

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/v1"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._is_stopping = True
        await self._runner.cleanup()

    def _app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/v1/chat/completions", self._complete)
        app.router.add_get("/v1/models", self._list_models)
        app.router.add_post("/script", self._add_script)
        app.router.add_delete("/script", self._forget)
        app.router.add_get("/calls", self._list_calls)
        return app

    async def _complete(self, request: web.Request) -> web.StreamResponse:
        call = Call.from_http(await request.json(), request.headers, _port_of(request))
        self._note(call)
        reply = Reply(request, call)
        playing = asyncio.current_task()
        assert playing
        self._playing.add(playing)
        try:
            await self._play(reply)
        except (asyncio.CancelledError, ConnectionError):
            call.end(closed_by_client=not self._is_stopping)
            raise
        finally:
            self._playing.discard(playing)
        call.end()
        return reply.response if call.is_stream or isinstance(reply.response, web.Response) else whole(call)

    def _note(self, call: Call) -> None:
        self.calls.append(call)
        for coming in self._awaiting:
            if not coming.done():
                coming.set_result(call)
        self._awaiting.clear()

    async def _play(self, reply: Reply) -> None:
        with contextlib.suppress(ReplyEnded):
            for step in self._scripts.take(reply.call):
                await step.play(reply)
            await reply.end()

    async def _list_models(self, _: web.Request) -> web.Response:
        return web.json_response({"object": "list", "data": [{"id": name, "object": "model"} for name in self.models]})

    async def _add_script(self, request: web.Request) -> web.Response:
        try:
            self._scripts.add_json(await request.json())
        except (KeyError, TypeError, ValueError) as error:
            raise web.HTTPBadRequest(text=f"This is no script: {error!r}") from error
        return web.Response(status=204)

    async def _forget(self, _: web.Request) -> web.Response:
        self.forget()
        return web.Response(status=204)

    async def _list_calls(self, _: web.Request) -> web.Response:
        return web.json_response([call.as_json() for call in self.calls])


def whole(call: Call) -> web.Response:
    """The answer in one piece, for a client that asked for no stream."""
    message: dict[str, Any] = {"role": "assistant", "content": call.text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    answer = {"id": "scripted", "object": "chat.completion", "created": 0, "model": call.model, "choices": [choice]}
    return web.json_response(answer)


def _port_of(request: web.Request) -> int:
    peer = request.transport.get_extra_info("peername") if request.transport else None
    return peer[1] if peer else 0
