"""Signing in through an OpenID provider: the way there and the way back."""

import hmac
import json
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from chat_stream.accounts import Pending, Rejected, device_of, leading_to, own_page
from chat_stream.accounts.openid import FAILED
from chat_stream.api.sessions import with_session
from chat_stream.config import settings
from chat_stream.worker import worker

PATIENCE = 600
"""Seconds that somebody may take to sign in at the provider."""


async def begin_openid(request: Request) -> Response:
    """Sends the browser to the provider. What it must bring back is in a cookie that only this browser has."""
    pending = Pending.new(own_page(request.query_params.get("next", "")))
    try:
        response = _redirect(await worker().people.openid.begin(pending))
    except Rejected as rejected:
        return _refused(rejected, pending.next)
    response.set_cookie(
        cookie_name(),
        json.dumps(asdict(pending)).encode().hex(),
        max_age=PATIENCE,
        path="/",
        secure=settings().is_https,
        httponly=True,
        samesite="lax",
    )
    return response


async def finish_openid(request: Request) -> Response:
    """The address that the provider sends the browser back to. It signs in and leads to the page that was asked for."""
    pending, returned = _pending(request), request.query_params
    is_ours = pending and hmac.compare_digest(pending.state.encode(), returned.get("state", "").encode())
    is_from_it = returned.get("iss", settings().oidc_issuer).rstrip("/") == settings().oidc_issuer  # RFC 9207
    try:
        if not pending or not is_ours or not is_from_it or not returned.get("code"):
            raise Rejected("failed", FAILED)
        token = await worker().people.openid.finish(
            returned["code"], pending, device_of(request.headers.get("user-agent", "")).said
        )
    except Rejected as rejected:
        return _refused(rejected, pending.next if pending else "")
    return _forget(await with_session(request, _redirect(settings().public_url + own_page(pending.next)), token))


def cookie_name() -> str:
    return "__Host-chat_stream_openid" if settings().is_https else "chat_stream_openid"


def _pending(request: Request) -> Pending | None:
    try:
        fields: Any = json.loads(bytes.fromhex(request.cookies.get(cookie_name(), "")))
        kept = {name: str(fields[name]) for name in ("state", "nonce", "verifier")}
        return Pending(**kept, next=str(fields.get("next", "")))
    except (ValueError, KeyError, TypeError):
        return None


def _refused(rejected: Rejected, next_page: str) -> Response:
    """Leads back to signing in, with a code that says why."""
    word = rejected.field if rejected.field in {"unverified", "closed", "disabled"} else "failed"
    return _forget(_redirect(leading_to(f"{settings().public_url}/sign-in?openid={word}", next_page)))


def _forget(response: Response) -> Response:
    response.delete_cookie(cookie_name(), path="/", secure=settings().is_https, httponly=True, samesite="lax")
    return response


def _redirect(address: str) -> Response:
    return RedirectResponse(address, status_code=303, headers={"Cache-Control": "no-store"})
