"""The routes."""

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from chat_stream.api.health import live, ready
from chat_stream.api.metrics import metrics
from chat_stream.api.openapi import openapi
from chat_stream.api.openid import begin_openid, finish_openid
from chat_stream.api.sessions import choose_password, sign_in, sign_out, sign_up
from chat_stream.api.streams.message_streams import AttemptStream, NewestStream
from chat_stream.server.problem import Problem, answer_problem
from chat_stream.server.request_log import RequestLog


def api() -> Starlette:
    """The HTTP app in which Reflex's app is mounted."""
    return Starlette(
        routes=[
            Route("/api/openapi.json", openapi, methods=["GET"]),
            Route("/health/live", live),
            Route("/health/ready", ready),
            Route("/metrics", metrics),
            Route("/api/users", sign_up, methods=["POST"]),
            Route("/api/session", sign_in, methods=["POST"]),
            Route("/api/session", sign_out, methods=["DELETE"]),
            Route("/api/openid", begin_openid, methods=["GET"]),
            Route("/api/openid/callback", finish_openid, methods=["GET"]),
            Route("/api/password", choose_password, methods=["POST"]),
            Route("/api/messages/{message_id}/stream", NewestStream),
            Route("/api/messages/{message_id}/attempts/{number}/stream", AttemptStream),
        ],
        middleware=[Middleware(RequestLog)],
        exception_handlers={Problem: answer_problem},
    )
