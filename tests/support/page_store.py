"""The page's store of its chat, and the messages as `components/messages/message.py` shows them."""

from dataclasses import dataclass

from reflex_object_deltas import testing


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as a person sees it."""

    role: str
    status: str
    text: str
    reasoning: str


class PageStore(testing.PageStore):
    """The store of a page that shows a chat."""

    def __init__(self) -> None:
        super().__init__(maps=("messages", "streaming"), bookmark="chat")

    def shown(self) -> dict[str, Shown]:
        """The messages as the page shows them."""
        return {key: self._shown(key, entry) for key, entry in self.maps.get("messages", {}).items()}

    def _shown(self, key: str, entry: dict[str, str]) -> Shown:
        live = self.maps.get("streaming", {}).get(key, {})
        content, reasoning = live.get("content"), live.get("reasoning")
        status = "streaming" if content or reasoning else entry["status"]
        return Shown(
            entry["role"], status, content or entry.get("text") or "", reasoning or entry.get("reasoning") or ""
        )
