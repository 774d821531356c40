"""The notes themselves, in this process's memory. Nothing here knows Reflex: an app of yours has a database here."""

import asyncio
import random
import uuid
from dataclasses import dataclass, field
from itertools import count

TITLES = ("Groceries", "Ideas for spring", "A letter", "Books to read", "What the sea said")
STORY = (
    "bread and milk, then honey from the market; two lemons, thyme, and the good salt. Ask Ada about the boat. "
    "It rained until noon and afterwards the whole street smelled of linden trees."
)
WORDS = STORY.split()


@dataclass
class Note:
    key: str
    title: str
    revision: int = 0
    writing: int = 0
    """How often it was written: each time is a stream of its own."""
    text: str = ""
    is_growing: bool = False
    is_deleted: bool = False


@dataclass
class Board:
    """All notes. `revision` grows with each change but for growing text, so it says what a page has seen."""

    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    """Another one after each start: what a page has of an earlier board counts for nothing."""
    notes: dict[str, Note] = field(default_factory=dict[str, Note])
    revision: int = 0
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    """Set at the next change of any note; then there is another one."""
    _numbers: "count[int]" = field(default_factory=count)

    def add(self) -> Note:
        note = Note(f"note-{next(self._numbers)}", random.choice(TITLES))
        self.notes[note.key] = note
        self._note_change(note)
        return note

    def delete(self, key: str) -> None:
        if note := self.notes.get(key):
            note.is_deleted, note.is_growing = True, False
            self._note_change(note)

    async def write(self, key: str, words: int = 40) -> None:
        """Lets one note write itself, a word every 40 milliseconds."""
        note = self.notes.get(key)
        if note is None or note.is_growing or note.is_deleted:
            return
        note.is_growing, note.text, note.writing = True, "", note.writing + 1
        self._note_change(note)
        for number in range(words):
            if note.is_deleted:
                return
            note.text += f"{' ' if number else ''}{WORDS[number % len(WORDS)]}"
            self._wake()
            await asyncio.sleep(0.04)
        note.is_growing = False
        self._note_change(note)

    def _note_change(self, note: Note) -> None:
        self.revision += 1
        note.revision = self.revision
        self._wake()

    def _wake(self) -> None:
        self.changed.set()
        self.changed = asyncio.Event()


BOARD = Board()
