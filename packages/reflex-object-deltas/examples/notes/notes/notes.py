"""The app: its state, its components, its page."""

from typing import ClassVar

import reflex as rx

from notes.board import BOARD
from notes.follow import BOOKMARK, NOTES, NoteEntry, follow
from reflex_object_deltas import ObjectDeltas, ObjectMap, Outlet, Subscription


class Notes(rx.State):
    """Keeps no note: they are on the board, and what of them is shown is on the page."""

    board: str = BOARD.id
    notes: ClassVar[ObjectMap[NoteEntry]] = NOTES

    @rx.event(background=True, supersedes=True)
    async def follow(self, subject: str, revision: int, streams: dict[str, int], run: int):
        await follow(BOARD, Outlet(run), revision, streams)

    @rx.event
    def add(self):
        return Notes.write(BOARD.add().key)

    @rx.event(background=True)
    async def write(self, key: str):
        await BOARD.write(key)

    @rx.event
    def delete(self, key: str):
        BOARD.delete(key)


@rx.memo
def note(note_id: rx.Var[str]) -> rx.Component:
    """Renders again when this note changes, and at no other time."""
    entry = Notes.notes[note_id]
    return rx.el.article(
        rx.el.h2(entry["title"]),
        rx.el.p(entry["text"], class_name=rx.cond(entry["is_growing"], "text growing", "text")),
        rx.el.footer(
            rx.el.button("Write again", on_click=Notes.write(note_id), disabled=entry["is_growing"]),
            rx.el.button("Delete", on_click=Notes.delete(note_id)),
        ),
        class_name="note",
    )


@rx.memo
def wall() -> rx.Component:
    """Renders again when a note comes or goes."""
    return rx.el.section(rx.foreach(Notes.notes.keys(), lambda key: note(note_id=key)), class_name="wall")


def index() -> rx.Component:
    return rx.el.main(
        rx.el.header(rx.el.h1("Notes"), rx.el.button("New note", on_click=Notes.add, class_name="primary")),
        wall(),
        Subscription.create(name=BOOKMARK, subject=Notes.board, maps=[NOTES.name], on_follow=Notes.follow),
    )


app = rx.App(stylesheets=["notes.css"], app_wraps={(6, "ObjectDeltas"): lambda _: ObjectDeltas.create()})
app.add_page(index, title="Notes")
