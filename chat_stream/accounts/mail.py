"""Sends mail, if there is a mail server. Everything works without one."""

import asyncio
import smtplib
import ssl
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

import structlog

from chat_stream.texts import Text

MAIL_TIMEOUT = 15.0
"""Seconds that a mail server may take to respond."""
NOT_SENT = Text("link-not-sent")

log = structlog.get_logger()


class Mail:
    """Sends mail through one server.

    Args:
        url: `smtp://user:password@host:587` (encrypted where the server offers it) or `smtps://…`; empty for none.
        sender: The address that mail comes from.
    """

    def __init__(self, url: str, sender: str) -> None:
        self._url = urlsplit(url)
        self._sender = sender

    @property
    def is_there(self) -> bool:
        return bool(self._url.hostname)

    async def send(self, to: str, subject: str, text: str) -> Text | None:
        """Sends a mail. Returns None, or a text for the sender if it failed."""
        if not self.is_there:
            return None
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self._sender, to, " ".join(subject.split())
        message.set_content(text)
        try:
            await asyncio.to_thread(self._deliver, message)
        except (OSError, smtplib.SMTPException) as error:
            log.warning("mail.not_sent", error=type(error).__name__)
            return NOT_SENT
        return None

    def _deliver(self, message: EmailMessage) -> None:
        with self._connected() as server:
            if self._url.username:
                server.login(unquote(self._url.username), unquote(self._url.password or ""))
            server.send_message(message)

    def _connected(self) -> smtplib.SMTP:
        host, context = self._url.hostname or "", ssl.create_default_context()
        if self._url.scheme == "smtps":
            return smtplib.SMTP_SSL(host, self._url.port or 465, timeout=MAIL_TIMEOUT, context=context)
        server = smtplib.SMTP(host, self._url.port or 587, timeout=MAIL_TIMEOUT)
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=context)
        return server
