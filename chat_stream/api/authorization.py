"""Finds out who asks over HTTP, from the session cookie or from an API token in the `Authorization` header (RFC
6750)."""

from starlette.requests import Request

from chat_stream.models import Scope
from chat_stream.server.problem import Problem
from chat_stream.server.session_cookie import cookie_name
from chat_stream.worker import worker


async def scope_of(request: Request) -> Scope:
    """The scope that the request proves. A header is preferred to the cookie, even if it proves nothing.

    Raises:
        Problem: 401, it proves none.
    """
    header = request.headers.get("authorization")
    scope = await _by_cookie(request) if header is None else await _by_token(header)
    if scope is None:
        sentence = "Sign in, or send an API token that isn't revoked: Authorization: Bearer <token>."
        raise Problem(401, sentence, {"WWW-Authenticate": 'Bearer realm="chat_stream"'})
    return scope


async def _by_cookie(request: Request) -> Scope | None:
    session_id = await worker().people.accounts.session_id(request.cookies.get(cookie_name(), ""))
    if session_id is None:
        return None
    meant = {name: request.path_params[name] for name in ("chat_id", "message_id") if name in request.path_params}
    return await worker().people.accounts.scope(session_id, **meant)


async def _by_token(header: str) -> Scope | None:
    scheme, _, token = header.partition(" ")
    return await worker().people.api_tokens.scope(token.strip()) if scheme.lower() == "bearer" else None
