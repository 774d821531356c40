"""Limits how often people try to sign in and up. Failed passwords are counted for the address and the account together,
so a stranger elsewhere can't lock anybody out."""

import hashlib
from collections.abc import Awaitable, Callable

from starlette.requests import Request

from chat_stream.limits import Rate, Rates
from chat_stream.limits.settings import LimitSettings
from chat_stream.server.client_address import client_address
from chat_stream.texts import Text

QUARTER = 15 * 60
HOUR = 60 * 60


class Entrance:
    """Lets a request to sign in or up pass, or raises `TooMany`."""

    def __init__(self, rates: Rates, limits: LimitSettings) -> None:
        self._rates = rates
        self._failures = Rate("sign-in failures", limits.sign_in_failures, QUARTER, Text("limit-failures"))
        self._sign_ins = Rate("sign-ins", limits.sign_ins, QUARTER, Text("limit-sign-ins"))
        self._sign_ups = Rate("sign-ups", limits.sign_ups, HOUR, Text("limit-sign-ups"))

    async def sign_in(self, request: Request, email: str, verify: Callable[[], Awaitable[str]]) -> str:
        """Returns what `verify` returns. An attempt counts from its beginning, so that many at once don't get around
        the limit."""
        address, account = client_address(request.scope), _fingerprint(email)
        await self._rates.take(self._sign_ins, address)
        await self._rates.take(self._failures, address, account)
        token = await verify()
        await self._rates.forget(self._failures, address, account)
        return token

    async def sign_up(self, request: Request, make: Callable[[], Awaitable[str]]) -> str:
        """Returns what `make` returns. A form with mistakes counts too, because the answer tells whether an address is
        known."""
        await self._rates.take(self._sign_ups, client_address(request.scope))
        return await make()


def _fingerprint(email: str) -> str:
    """A short hash, so that no email address is stored on another machine."""
    return hashlib.sha256(email.strip().lower().encode("utf-8", "replace")).hexdigest()[:32]
