"""The routes."""

from starlette.applications import Starlette
from starlette.routing import Route

from chat_stream.api.message_streams import AttemptStream, NewestStream
from chat_stream.api.openapi import openapi
from chat_stream.api.sessions import sign_in, sign_out, sign_up


def api() -> Starlette:
    """The HTTP app that Reflex's own is mounted under."""
    return Starlette(
        routes=[
            Route("/api/openapi.json", openapi, methods=["GET"]),
            Route("/api/users", sign_up, methods=["POST"]),
            Route("/api/session", sign_in, methods=["POST"]),
            Route("/api/session", sign_out, methods=["DELETE"]),
            Route("/api/messages/{message_id}/stream", NewestStream),
            Route("/api/messages/{message_id}/attempts/{number}/stream", AttemptStream),
        ]
    )
