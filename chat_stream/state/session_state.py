"""Who is signed in, in this tab."""

import reflex as rx

from chat_stream.models import NotFound
from chat_stream.state.scope import scope_of
from chat_stream.state.show import show
from chat_stream.worker import worker

SIGN_UP, SIGN_IN = "/sign-up", "/sign-in"


class SessionState(rx.State):
    """`load` is new with each connection: what the page shows must be asked for again then."""

    user_id: str = ""
    name: str = ""
    email: str = ""
    is_administrator: bool = False
    load: str = ""

    @rx.event
    async def enter(self):
        """On load of a page that needs a signed-in user: the first visitor is led to sign up."""
        try:
            scope = await scope_of(self)
            user = await worker().accounts.user(scope)
        except NotFound:
            self.reset()
            return rx.redirect(SIGN_IN if await worker().accounts.has_users() else SIGN_UP)
        is_administrator = await worker().generations.is_open_to(scope)
        show(self, user_id=user.id, name=user.name, email=user.email, is_administrator=is_administrator)
        show(self, load=self.router.session.session_id[:4])
        return None

    @rx.event
    async def greet(self):
        """On load of a page for those who aren't signed in."""
        try:
            await scope_of(self)
        except NotFound:
            return None
        return rx.redirect("/")
