"""The text of each message as streams for programs: one stream for each attempt, closed when the attempt ends.

Source: the read side of the Durable Streams Protocol.
"""

from starlette.endpoints import HTTPEndpoint
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from chat_stream.api.authorization import scope_of
from chat_stream.api.streams.long_poll import long_poll
from chat_stream.api.streams.offset import Offset
from chat_stream.api.streams.reading import Reading, ends_of, find_attempt
from chat_stream.api.streams.sse import EventStream
from chat_stream.api.streams.stream_headers import ASK_AGAIN, COMMON, FOR_GOOD, NEVER, etag, stream_headers
from chat_stream.models import NotFound
from chat_stream.server.problem import Problem, missing
from chat_stream.streaming import Progress
from chat_stream.worker import worker


class ReadOnly(HTTPEndpoint):
    """Answers all methods, because Reflex is mounted behind the routes and would answer the others."""

    async def method_not_allowed(self, request: Request) -> Response:
        raise Problem(405, "A stream is only read here, with GET or HEAD.", {"Allow": "GET, HEAD"})


class AttemptStream(ReadOnly):
    """`/api/messages/<id>/attempts/<n>/stream`"""

    async def get(self, request: Request) -> ASGIApp:
        reading = await Reading.of(request)
        match reading.live:
            case "sse":
                return EventStream(reading)
            case "long-poll":
                return await long_poll(request, reading)
            case "":
                return await _catch_up(request, reading)

    async def head(self, request: Request) -> Response:
        reading = await Reading.of(request)
        headers = stream_headers(reading, ends_of(reading.attempt), is_closed=not reading.attempt.is_live)
        response = Response(headers={**headers, "Cache-Control": NEVER}, media_type=reading.form.media_type)
        del response.headers["content-length"]  # a GET would have content
        return response


class NewestStream(ReadOnly):
    """`/api/messages/<id>/stream`: redirects to the newest attempt. A reader with an offset is sent to that offset's
    attempt, so that an answer begun before a retry is read to its end."""

    async def get(self, request: Request) -> Response:
        scope = await scope_of(request)
        stored = Offset.parse(request.query_params.get("offset", ""))
        attempt = await find_attempt(request, scope, stored.attempt if stored else None)
        address = f"/api/messages/{attempt.message_id}/attempts/{attempt.number}/stream"
        query = f"?{request.url.query}" if request.url.query else ""
        return Response(status_code=307, headers={**COMMON, "Location": address + query, "Cache-Control": NEVER})


async def _catch_up(request: Request, reading: Reading) -> Response:
    progress = await _what_is_there(reading)
    headers = stream_headers(reading, progress.ends, is_closed=progress.is_closed)
    if reading.is_from_now:
        headers["Cache-Control"] = NEVER
    else:
        headers["Cache-Control"] = FOR_GOOD if progress.is_closed else ASK_AGAIN
        headers["ETag"] = etag(reading, progress)
    if "ETag" in headers and _has_already(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return Response(reading.form.body(progress.deltas), headers=headers, media_type=reading.form.media_type)


async def _what_is_there(reading: Reading) -> Progress:
    if reading.is_from_now:
        return Progress((), reading.start, is_closed=not reading.attempt.is_live)
    try:
        return await worker().attempts.read(reading.attempt, reading.start, reading.form.parts)
    except NotFound:
        raise missing() from None


def _has_already(request: Request, tag: str) -> bool:
    """Compares weakly, as RFC 9110 (13.1.2) requires for `If-None-Match`: a proxy that compresses makes tags weak."""
    tags = [given.strip().removeprefix("W/") for given in request.headers.get("if-none-match", "").split(",")]
    return tag in tags or "*" in tags
