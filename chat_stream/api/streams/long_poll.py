"""Long polling: each request waits for the next text of a stream."""

import asyncio
from contextlib import aclosing

from starlette.requests import Request
from starlette.responses import Response

from chat_stream.api.authorization import scope_of
from chat_stream.api.streams.cursor import next_cursor
from chat_stream.api.streams.disconnect import unless_disconnected
from chat_stream.api.streams.reading import Reading
from chat_stream.api.streams.stream_headers import NEVER, etag, stream_headers
from chat_stream.limits import TooMany
from chat_stream.server.problem import missing, too_many
from chat_stream.streaming import Gone, Progress
from chat_stream.worker import worker

LONGEST_POLL = 25.0
"""Seconds that a request waits. Proxies usually give up after 30 or 60."""


async def long_poll(request: Request, reading: Reading) -> Response:
    """Answers with the next text as soon as there is some, or with 204 if nothing arrived or the stream is closed.

    Raises:
        Problem: 401 or 404, when the reader lost the right to read meanwhile; 429.
    """
    try:
        with worker().live_reads.one_more(reading.scope.user_id):
            news = await unless_disconnected(request.receive, _news(reading))
    except TooMany as error:
        raise too_many(error) from None
    if isinstance(news, Gone):
        await scope_of(request)
        raise missing()
    if news is None:
        return Response(status_code=204)  # the client is gone
    headers = stream_headers(reading, news.ends, is_closed=news.is_closed)
    headers |= {"Cache-Control": NEVER, "Stream-Cursor": next_cursor(reading.cursor)}
    if not news.deltas:
        return Response(status_code=204, headers=headers)
    headers["ETag"] = etag(reading, news)
    return Response(reading.form.body(news.deltas), headers=headers, media_type=reading.form.media_type)


async def _news(reading: Reading) -> Progress | Gone:
    follow = worker().follow_attempt(reading.scope, reading.attempt, reading.start, reading.form.parts)
    try:
        async with aclosing(follow.batches()) as batches, asyncio.timeout(LONGEST_POLL):
            async for (news,) in batches:
                if isinstance(news, Gone) or news.deltas or news.is_closed:
                    return news
    except TimeoutError:
        pass
    return Progress((), reading.start, is_closed=False)
