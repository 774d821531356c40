"""Invitations by mail, on a real mail server; and without one."""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from chat_stream.accounts import Invitations, Mail, NewInvitation
from chat_stream.accounts.mail import NOT_SENT
from chat_stream.models import Role
from chat_stream.texts import DEFAULT
from tests.support.people import Person
from tests.support.site import free_port
from tests.support.teams import acting_in, in_team


class Mailbox:
    """A mail server that keeps what it gets."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.recipients: list[str] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802  # the server's name
        self.messages.append(message_from_bytes(envelope.content, policy=default))
        self.recipients += envelope.rcpt_tos
        return "250 OK"


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, int]]:
    mailbox, port = Mailbox(), free_port()
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    yield mailbox, port
    controller.stop()


async def invited(alice: Person, mail: Mail, email: str, language: str = DEFAULT) -> tuple[NewInvitation, str]:
    team_id = await in_team(alice, name="Engines\nBcc: eve@example.com")
    invitations = Invitations(alice.worker.database, mail, "https://chat.example.com")
    made = await invitations.invite(acting_in(alice, team_id), Role.MEMBER, email, language)
    return made, invitations.link(made.token)


async def test_an_invitation_is_sent_with_its_link(alice: Person, mailbox: tuple[Mailbox, int]):
    box, port = mailbox
    mail = Mail(f"smtp://127.0.0.1:{port}", "chat@example.com")
    made, link = await invited(alice, mail, " Bob@Example.com ")
    assert made.problem is None
    (message,) = box.messages
    assert box.recipients == ["bob@example.com"]
    assert message["Subject"] == "Alice invites you to Engines Bcc: eve@example.com"
    assert link in message.get_payload(decode=True).decode()  # pyright: ignore[reportAttributeAccessIssue]


async def test_an_invitation_is_written_in_the_language_of_who_invites(alice: Person, mailbox: tuple[Mailbox, int]):
    box, port = mailbox
    _, link = await invited(alice, Mail(f"smtp://127.0.0.1:{port}", "chat@example.com"), "bob@example.com", "de")
    (message,) = box.messages
    assert message["Subject"] == "Alice lädt dich in Engines Bcc: eve@example.com ein"
    text = message.get_payload(decode=True).decode()  # pyright: ignore[reportAttributeAccessIssue]
    assert "Zum Beitreten öffne diesen Link innerhalb von 7 Tagen:" in text
    assert link in text


async def test_a_mail_server_that_is_away_spoils_no_link(alice: Person):
    mail = Mail(f"smtp://127.0.0.1:{free_port()}", "chat@example.com")
    made, _ = await invited(alice, mail, "bob@example.com")
    assert made.problem == NOT_SENT
    assert (await alice.worker.people.invitations.look(made.token)).invited_by == "Alice"


async def test_without_a_mail_server_the_link_is_handed_over(alice: Person, mailbox: tuple[Mailbox, int]):
    made, _ = await invited(alice, Mail("", ""), "bob@example.com")
    assert made.problem is None
    assert not mailbox[0].messages
