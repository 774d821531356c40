"""The headers that describe a stream.

Source: the Durable Streams Protocol, sections 5.6, 10.1 and 12.7.
"""

from chat_stream.api.streams.reading import Reading
from chat_stream.streaming import Positions, Progress

FOR_GOOD = "private, max-age=31536000, immutable"
"""A closed stream never changes, but it is private: no shared cache may store it."""
ASK_AGAIN = "private, no-cache"
NEVER = "no-store"

COMMON = {
    # The answer depends on who asks and in which form, so a browser's cache must ask again after a sign-out.
    "Vary": "Accept, Authorization, Cookie",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-site",
    # Without it, a page of another allowed origin (in development, the app's own) couldn't read these headers.
    "Access-Control-Expose-Headers": "Stream-Next-Offset, Stream-Up-To-Date, Stream-Closed, Stream-Cursor, ETag",
}


def stream_headers(reading: Reading, ends: Positions, *, is_closed: bool) -> dict[str, str]:
    headers = {**COMMON, "Stream-Next-Offset": reading.offset(ends), "Stream-Up-To-Date": "true"}
    return {**headers, "Stream-Closed": "true"} if is_closed else headers


def etag(reading: Reading, progress: Progress) -> str:
    """A tag of attempt, form, range and closure, which together determine every byte."""
    form = "json" if reading.form.is_json else "text"
    closure = ":c" if progress.is_closed else ""
    return f'"{reading.attempt.id}:{form}:{reading.offset(reading.start)}:{reading.offset(progress.ends)}{closure}"'
