"""The administration page: users, settings of the installation, the audit log."""

from collections.abc import Sequence
from typing import ClassVar, TypedDict

import reflex as rx

from chat_stream.accounts.administration import PAGE, Happened
from chat_stream.models import Event, Installation, NotFound, Scope, User
from chat_stream.state.page.initials import initials_of
from chat_stream.state.refusals_shown import refusals_shown
from chat_stream.state.scope import scope_of
from chat_stream.state.team_state import LINK, LinkEntry, TeamState
from chat_stream.texts import Text
from chat_stream.worker import worker
from reflex_object_deltas import emit


class UserEntry(TypedDict):
    """A user of the installation."""

    id: str
    name: str
    initials: str
    email: str
    is_administrator: bool
    is_disabled: bool
    is_me: bool


class ModelEntry(TypedDict):
    """A model, and whether people may use it."""

    name: str
    label: str
    is_allowed: bool


class TrailEntry(TypedDict):
    """An entry of the audit log; the time is ISO 8601."""

    id: int
    at: str
    sentence: str
    about: str


class AdminState(rx.State):
    """Each event handler checks again that the user is an administrator."""

    PAGE: ClassVar = PAGE

    users: list[UserEntry] = []
    has_more_users: bool = False
    is_sign_up_open: bool = True
    models: list[ModelEntry] = []
    default_model: str = ""
    trail: list[TrailEntry] = []
    has_more_trail: bool = False
    is_missing: bool = False
    notice: str = ""

    @rx.event
    async def open(self):
        """On load: everything, or nothing if the user is no administrator."""
        await emit(TeamState.new_links.delete(LINK))
        self.reset()
        try:
            scope = await scope_of(self)
            self._show_users(await worker().people.administration.users(scope), scope)
            self._show_settings(await worker().people.installation.find(scope))
            self._show_trail(await worker().people.administration.trail(scope))
        except NotFound:
            self.is_missing = True

    @rx.event
    async def more_users(self):
        """Shows the next page of users."""
        with refusals_shown(self):
            scope = await scope_of(self)
            self._show_users(await worker().people.administration.users(scope, len(self.users)), scope, self.users)

    @rx.event
    async def more_trail(self):
        """Shows older entries of the audit log."""
        with refusals_shown(self):
            before = self.trail[-1]["id"] if self.trail else None
            self._show_trail(await worker().people.administration.trail(await scope_of(self), before), self.trail)

    @rx.event
    async def disable(self, user_id: str):
        """Signs a user out, and keeps them from signing in until somebody enables them."""
        with refusals_shown(self):
            await worker().people.administration.disable(await scope_of(self), user_id)
            await self._refresh()

    @rx.event
    async def enable(self, user_id: str):
        """Lets a user sign in again."""
        with refusals_shown(self):
            await worker().people.administration.enable(await scope_of(self), user_id)
            await self._refresh()

    @rx.event
    async def make_administrator(self, user_id: str, is_administrator: bool):
        """Gives a user administrator rights, or removes them."""
        with refusals_shown(self):
            scope = await scope_of(self)
            act = worker().people.administration.make_administrator
            await act(scope, user_id, is_administrator=bool(is_administrator))
            await self._refresh()

    @rx.event
    async def delete(self, user_id: str):
        """Deletes a user and everything that belongs to them alone."""
        with refusals_shown(self):
            await worker().people.administration.delete(await scope_of(self), user_id)
            await self._refresh()

    @rx.event
    async def reset_password(self, user_id: str):
        """Makes a password reset link, and shows it once."""
        with refusals_shown(self):
            address = await worker().people.administration.reset_password(await scope_of(self), user_id)
            name = next((user["name"] for user in self.users if user["id"] == user_id), "unknown")
            about = Text("link-for", name=name).said
            await emit(TeamState.new_links.set(LINK, LinkEntry(address=address, about=about)))

    @rx.event
    async def open_sign_up(self, is_open: bool):
        """Lets everybody sign up, or only people with an invitation."""
        with refusals_shown(self):
            await worker().people.installation.open_sign_up(await scope_of(self), is_open=bool(is_open))
            await self._refresh_settings()

    @rx.event
    async def allow_model(self, name: str, is_allowed: bool):
        """Allows a model to be used, or forbids it."""
        with refusals_shown(self):
            found = [model.name for model in worker().offered_models.found]
            scope = await scope_of(self)
            await worker().people.installation.allow_model(scope, name, is_allowed=bool(is_allowed), found=found)
            await self._refresh_settings()

    @rx.event
    async def choose_default(self, name: str):
        """Sets the model that new chats begin with."""
        with refusals_shown(self):
            await worker().people.installation.choose_default(await scope_of(self), name)
            await self._refresh_settings()

    async def _refresh(self) -> None:
        scope = await scope_of(self)
        self._show_users(await worker().people.administration.users(scope), scope)
        self._show_trail(await worker().people.administration.trail(scope))

    async def _refresh_settings(self) -> None:
        scope = await scope_of(self)
        self._show_settings(await worker().people.installation.find(scope))
        self._show_trail(await worker().people.administration.trail(scope))

    def _show_users(self, users: Sequence[User], scope: Scope, shown: Sequence[UserEntry] = ()) -> None:
        self.users = [*shown, *(_user(user, scope) for user in users[:PAGE])]
        self.has_more_users = len(users) > PAGE

    def _show_settings(self, installation: Installation) -> None:
        allowed = installation.allowed_models
        self.is_sign_up_open, self.default_model = installation.is_sign_up_open, installation.default_model
        self.models = [
            ModelEntry(name=model.name, label=model.label, is_allowed=not allowed or model.name in allowed)
            for model in worker().offered_models.found
        ]

    def _show_trail(self, happened: Sequence[Happened], shown: Sequence[TrailEntry] = ()) -> None:
        self.trail = [*shown, *(_told(entry) for entry in happened[:PAGE])]
        self.has_more_trail = len(happened) > PAGE


def _user(user: User, scope: Scope) -> UserEntry:
    return UserEntry(
        id=user.id,
        name=user.name,
        initials=initials_of(user.name),
        email=user.email,
        is_administrator=user.is_administrator,
        is_disabled=user.is_disabled,
        is_me=user.id == scope.user_id,
    )


def _told(entry: Happened) -> TrailEntry:
    who, whom = entry.actor or entry.subject or "nobody", (entry.actor and entry.subject) or "nobody"
    event = Event(entry.event).name if entry.event in set(Event) else "OTHER"
    sentence = Text("trail-event", event=event, words=entry.event, who=who, whom=whom)
    about = " · ".join(filter(None, (entry.team, entry.detail)))
    return TrailEntry(id=entry.id, at=entry.at.isoformat(), sentence=sentence.said, about=about)
