"""Who tries to come in too often. Guesses at a password are counted for the address they come from and the account
together: a stranger who guesses elsewhere locks nobody out."""

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
    """Lets requests to sign in or up pass, or raises `TooMany`."""

    def __init__(self, rates: Rates, limits: LimitSettings) -> None:
        self._rates = rates
        self._failures = Rate("sign-in failures", limits.sign_in_failures, QUARTER, Text("limit-failures"))
        self._sign_ins = Rate("sign-ins", limits.sign_ins, QUARTER, Text("limit-sign-ins"))
        self._sign_ups = Rate("sign-ups", limits.sign_ups, HOUR, Text("limit-sign-ups"))

    async def sign_in(self, request: Request, email: str, verify: Callable[[], Awaitable[str]]) -> str:
        """What `verify` returns. A try counts from its beginning, so that many at once are no way around."""
        address, account = client_address(request.scope), _fingerprint(email)
        await self._rates.take(self._sign_ins, address)
        await self._rates.take(self._failures, address, account)
        token = await verify()
        await self._rates.forget(self._failures, address, account)
        return token

    async def sign_up(self, request: Request, make: Callable[[], Awaitable[str]]) -> str:
        """What `make` returns. What was only filled in wrongly counts too: it tells whether an address is known."""
        await self._rates.take(self._sign_ups, client_address(request.scope))
        return await make()


def _fingerprint(email: str) -> str:
    """Short, and no address of mail in what may be kept on another machine."""
    return hashlib.sha256(email.strip().lower().encode("utf-8", "replace")).hexdigest()[:32]
