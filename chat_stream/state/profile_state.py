"""A person's own settings: name, password, sessions, and deleting the account."""

from typing import Any, TypedDict

import reflex as rx

from chat_stream.accounts import device_of
from chat_stream.models import NotFound, Scope, Session
from chat_stream.state.refusals_shown import refusals_shown
from chat_stream.state.scope import scope_of
from chat_stream.state.session_state import SIGN_UP, SessionState
from chat_stream.worker import worker

UNKNOWN_DEVICE = device_of("").said


class SessionEntry(TypedDict):
    """A browser in which somebody is signed in. `device` is an encoded text, or English from an earlier version.
    The time is ISO 8601."""

    id: str
    device: str
    last_seen_at: str
    is_this: bool


class ProfileState(rx.State):
    """`saved` names the form that was saved last. `notice` is the reason if something wasn't saved."""

    sessions: list[SessionEntry] = []
    saved: str = ""
    notice: str = ""

    @rx.event
    async def open(self):
        """On load: this person's sessions."""
        self.notice = self.saved = ""
        try:
            await self._list_sessions(await scope_of(self))
        except NotFound:
            self.reset()  # the page leads to signing in

    @rx.event
    async def rename(self, form: dict[str, Any]):
        """Changes the name that others see."""
        self.saved = ""
        with refusals_shown(self):
            await worker().people.profile.rename(await scope_of(self), str(form.get("name", "")))
            self.saved = "name"
        return SessionState.enter

    @rx.event
    async def choose_language(self, language: str):
        """Sets the language of the app in all of this person's browsers."""
        with refusals_shown(self):
            await worker().people.profile.choose_language(await scope_of(self), str(language))
        return SessionState.enter

    @rx.event
    async def change_password(self, form: dict[str, Any]):
        """Changes the password and ends all other sessions."""
        self.saved = ""
        with refusals_shown(self):
            scope = await scope_of(self)
            old, new = str(form.get("old", "")), str(form.get("new", ""))
            await worker().people.profile.change_password(scope, old=old, new=new)
            await self._list_sessions(scope)
            self.saved = "password"
        return SessionState.enter

    @rx.event
    async def end_session(self, session_id: str):
        """Signs out another browser."""
        with refusals_shown(self):
            scope = await scope_of(self)
            await worker().people.profile.end_session(scope, session_id)
            await self._list_sessions(scope)

    @rx.event
    async def sign_out_everywhere(self):
        """Signs out all browsers, including this one."""
        with refusals_shown(self):
            await worker().people.profile.sign_out_everywhere(await scope_of(self))
        return SessionState.enter

    @rx.event
    async def delete(self, form: dict[str, Any]):
        """Deletes this person's account for good."""
        with refusals_shown(self):
            await worker().people.profile.delete(await scope_of(self), str(form.get("password", "")))
            return rx.redirect(SIGN_UP)
        return None

    async def _list_sessions(self, scope: Scope) -> None:
        self.sessions = [_entry(session, scope) for session in await worker().people.profile.sessions(scope)]


def _entry(session: Session, scope: Scope) -> SessionEntry:
    return SessionEntry(
        id=session.id,
        device=session.device or UNKNOWN_DEVICE,
        last_seen_at=session.last_seen_at.isoformat(),
        is_this=session.id == scope.grant_id,
    )
