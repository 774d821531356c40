"""Signing up, in and out over HTTP, because only an HTTP answer can set an `HttpOnly` cookie."""

import json
from collections.abc import Awaitable, Callable
from typing import Any, cast

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from chat_stream.accounts import Rejected, device_of, own_page
from chat_stream.api.entrance import Entrance
from chat_stream.config import settings
from chat_stream.limits import TooMany
from chat_stream.server.problem import in_language
from chat_stream.server.session_cookie import cookie_name
from chat_stream.texts import Text
from chat_stream.worker import worker


async def sign_up(request: Request) -> Response:
    """Creates a user and signs them in. Takes JSON with `name`, `email` and `password`; with the token of an
    `invitation`, if the installation requires one; and with the page that was asked for as `next`."""
    fields = await _fields(request, "name", "email", "password", "invitation", "next")
    next_page = fields.pop("next")
    accounts, entrance = worker().people.accounts, _entrance()
    return await _signed_in(
        request, next_page, lambda device: entrance.sign_up(request, lambda: accounts.sign_up(**fields, device=device))
    )


async def sign_in(request: Request) -> Response:
    """Opens a session. Takes JSON with `email` and `password`, and with the page that was asked for as `next`."""
    fields = await _fields(request, "email", "password", "next")
    next_page, accounts, entrance, email = fields.pop("next"), worker().people.accounts, _entrance(), fields["email"]
    return await _signed_in(
        request,
        next_page,
        lambda device: entrance.sign_in(request, email, lambda: accounts.sign_in(**fields, device=device)),
    )


async def sign_out(request: Request) -> Response:
    """Ends the session and deletes its cookie."""
    if not _is_from_our_page(request):
        return _rejection(request, "", Text("refused-foreign"), 403)
    if token := request.cookies.get(cookie_name()):
        await worker().people.accounts.sign_out(token)
    response = Response(status_code=204)
    response.delete_cookie(cookie_name(), path="/", secure=settings().is_https, httponly=True, samesite="lax")
    return response


async def choose_password(request: Request) -> Response:
    """Sets a password through a reset link. Takes JSON with `token` and `password`."""
    fields = await _fields(request, "token", "password")
    try:
        await worker().people.accounts.choose_password(**fields)
    except Rejected as rejected:
        return _rejection(request, rejected.field, rejected.text, 422)
    return Response(status_code=204)


def _entrance() -> Entrance:
    return Entrance(worker().rates, worker().settings.limits)


async def _fields(request: Request, *names: str) -> dict[str, str]:
    if not _is_from_our_page(request):
        return dict.fromkeys(names, "")
    try:
        body: Any = await request.json()
    except (json.JSONDecodeError, UnicodeDecodeError):
        body = {}
    given = cast("dict[str, Any]", body) if isinstance(body, dict) else {}
    return {name: str(given.get(name, "")) for name in names}


async def _signed_in(request: Request, next_page: str, open_session: Callable[[str], Awaitable[str]]) -> Response:
    """Answers with the page to go to: the one that was asked for, if it is one of ours."""
    try:
        token = await open_session(device_of(request.headers.get("user-agent", "")).said)
    except Rejected as rejected:
        return _rejection(request, rejected.field, rejected.text, 422)
    except TooMany as error:
        answer = _rejection(request, "", error.text, 429)
        answer.headers["Retry-After"] = str(error.retry_after)
        return answer
    return await with_session(request, JSONResponse({"next": own_page(next_page) or "/"}, status_code=201), token)


async def with_session(request: Request, response: Response, token: str) -> Response:
    """Gives the browser its new session, which replaces an earlier one."""
    if earlier := request.cookies.get(cookie_name()):
        await worker().people.accounts.sign_out(earlier)
    response.set_cookie(
        cookie_name(),
        token,
        max_age=int(settings().session_life.total_seconds()),
        path="/",
        secure=settings().is_https,
        httponly=True,
        samesite="lax",
    )
    return response


def _is_from_our_page(request: Request) -> bool:
    """Whether the request comes from our page. Browsers send the page's origin with such requests; programs without
    cookies may send none."""
    return request.headers.get("origin") in (None, settings().public_url)


def _rejection(request: Request, field: str, text: Text, status: int) -> Response:
    """The refusal as JSON, in the language that the page asks for."""
    return JSONResponse({"field": field, "sentence": in_language(request, text)}, status_code=status)
