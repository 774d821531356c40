"""The page that an invitation's link leads to."""

import reflex as rx

from chat_stream.accounts import own_page
from chat_stream.models import NotFound
from chat_stream.state.refusals_shown import refusals_shown
from chat_stream.state.scope import scope_of
from chat_stream.state.session_state import SessionState
from chat_stream.worker import worker


class InvitationState(rx.State):
    """The token stays in the address; no var holds it."""

    team: str = ""
    invited_by: str = ""
    role: str = ""
    is_open: bool = False
    is_signed_in: bool = False
    is_known: bool = False
    notice: str = ""

    @rx.event
    async def open(self):
        """On load: the team, and whether somebody is signed in who could join."""
        self.reset()
        try:
            offer = await worker().people.invitations.look(self._token())
            self.team, self.invited_by, self.role = offer.team, offer.invited_by, offer.role.value
            self.is_open = True
        except NotFound:
            pass
        try:
            await scope_of(self)
            self.is_signed_in = True
        except NotFound:
            pass
        self.is_known = True

    @rx.event
    async def accept(self, asked: str = ""):
        """Joins the team and switches to it. Then leads to the page that was `asked` for before, if there was one."""
        with refusals_shown(self):
            team_id = await worker().people.invitations.accept(await scope_of(self), self._token())
            session = await self.get_state(SessionState)
            session.account_id = team_id
            return rx.redirect(own_page(str(asked)) or "/")
        return None

    def _token(self) -> str:
        return self.router.url.path.removeprefix("/invite/").strip("/")
