"""One tab of chat_stream without a browser. It follows its chat whenever `SessionState.load` is another."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from typing import Any

from chat_stream.state import ChatState, ComposerState, SessionState
from reflex_object_deltas import testing
from tests.support.page_store import PageStore

Applied = Callable[[PageStore], object]


class SocketPage(testing.SocketPage[PageStore]):
    """One tab on one chat (or on the page for a new one, with an empty `chat_id`), signed in by its cookie."""

    def __init__(self, port: int, origin: str, cookie: str, chat_id: str = "", on_delta: Applied = id) -> None:
        headers = {"Cookie": cookie, "Origin": origin}
        super().__init__(port, PageStore(), ChatState.follow, subject=chat_id, headers=headers, on_delta=on_delta)
        self._last_load = ""

    @property
    def chat_id(self) -> str:
        return self.subject

    async def call(self, handler: Any, **payload: Any) -> None:
        """An event handler, or one of `ChatState` by its name."""
        await super().call(getattr(ChatState, handler) if isinstance(handler, str) else handler, **payload)

    async def send(self, client_id: str, text: str, model: str = "") -> str:
        """Sends until a receipt says that it is stored, as the composer does; returns the chat's id. It waits for no
        answer above: several are written at the same time."""
        payload: dict[str, Any] = {"chat_id": self.chat_id, "client_id": client_id, "text": text, "model": model}
        payload["at_once"] = True
        self.store.maps.setdefault("receipts", {}).pop(client_id, None)
        while client_id not in self.store.maps["receipts"]:
            await self.is_ready()
            await self.call(ComposerState.send, **payload)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(3):
                    await self._has_receipt(client_id)
        receipt = self.store.maps["receipts"][client_id]
        if receipt["error"]:
            raise AssertionError(receipt["error"])
        if not self.chat_id:
            self.subject = receipt["chat_id"]
            self.ask_again()
        return self.chat_id

    async def _has_receipt(self, client_id: str) -> None:
        while client_id not in self.store.maps["receipts"]:  # noqa: ASYNC110
            await asyncio.sleep(0.01)

    def updated(self, delta: Mapping[str, Mapping[str, Any]]) -> None:
        """A hydrate says which `load` it was before, and its last event which it is now."""
        said = delta.get(SessionState.get_full_name(), {})
        load = next((load for name, load in said.items() if name.startswith("load")), "")
        if load and load != self._last_load:
            self._last_load = load
            self.may_ask()

    def router_data(self) -> dict[str, Any]:
        path = f"/chat/{self.chat_id}" if self.chat_id else "/"
        return {"pathname": path, "asPath": path} | ({"query": {"chat_id": self.chat_id}} if self.chat_id else {})
