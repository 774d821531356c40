"""The parameters of one read: an attempt, an offset, a form, and whether to wait for more."""

import re
from dataclasses import dataclass
from typing import Literal, cast

from starlette.requests import Request

from chat_stream.api.authorization import scope_of
from chat_stream.api.streams.offset import NOW, START, Offset
from chat_stream.api.streams.representation import Representation, representation_for
from chat_stream.models import Attempt, NotFound, Scope
from chat_stream.server.problem import Problem, missing
from chat_stream.streaming import Positions
from chat_stream.worker import worker

Live = Literal["", "long-poll", "sse"]

_ID = re.compile("[A-Za-z0-9_-]{1,64}")
_NUMBER = re.compile("[1-9][0-9]{0,5}")


@dataclass(frozen=True, slots=True)
class Reading:
    """A request of a reader who may read this attempt and has everything before `start`."""

    scope: Scope
    attempt: Attempt
    form: Representation
    start: Positions
    is_from_now: bool
    live: Live
    cursor: str

    @classmethod
    async def of(cls, request: Request) -> "Reading":
        """Parses and checks the request.

        Raises:
            Problem: 401, 404, or 400 with a sentence that says which parameter can't be used and why.
        """
        scope = await scope_of(request)
        attempt = await find_attempt(request, scope)
        form = representation_for(request)
        live = _live(request)
        token = _offset_token(request, is_needed=bool(live))
        start = form.narrowed(_start(token, attempt))
        _check_is_written(start, form.narrowed(ends_of(attempt)))
        return cls(scope, attempt, form, start, token == NOW, live, request.query_params.get("cursor", ""))

    def offset(self, positions: Positions) -> str:
        return str(Offset(self.attempt.number, self.form.narrowed(positions)))


async def find_attempt(request: Request, scope: Scope, number: int | None = None) -> Attempt:
    """The attempt in the address. If the address names none, the attempt with this number, or the newest.

    Raises:
        Problem: 404.
    """
    message_id, in_address = request.path_params["message_id"], request.path_params.get("number")
    is_well_formed = _ID.fullmatch(message_id) and (in_address is None or _NUMBER.fullmatch(in_address))
    if not is_well_formed:
        raise missing()
    try:
        return await worker().attempts.find(scope, message_id, int(in_address) if in_address else number)
    except NotFound:
        raise missing() from None


def ends_of(attempt: Attempt) -> Positions:
    return Positions(attempt.content_end, attempt.reasoning_end)


def _live(request: Request) -> Live:
    live = request.query_params.get("live", "")
    if "live" in request.query_params and live not in ("long-poll", "sse"):
        raise Problem(400, "The parameter live must be long-poll or sse.")
    return cast("Live", live)


def _offset_token(request: Request, *, is_needed: bool) -> str:
    tokens = request.query_params.getlist("offset")
    if len(tokens) > 1:
        raise Problem(400, "There must be one parameter offset, not several.")
    if is_needed and not tokens:
        raise Problem(400, "A live read needs the parameter offset: -1 for the start, now for the end, or a kept one.")
    return tokens[0] if tokens else START


def _start(token: str, attempt: Attempt) -> Positions:
    if token == START:
        return Positions()
    if token == NOW:
        return ends_of(attempt)
    offset = Offset.parse(token)
    if offset is None:
        raise Problem(400, "The parameter offset must be -1, now, or a Stream-Next-Offset of this stream.")
    if offset.attempt != attempt.number:
        raise Problem(400, "This offset is of another attempt at the same message. Begin at -1.")
    return offset.positions


def _check_is_written(start: Positions, ends: Positions) -> None:
    if start.content > ends.content or start.reasoning > ends.reasoning:
        raise Problem(400, "This offset lies behind the end of the stream. Begin at -1.")
