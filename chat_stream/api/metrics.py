"""The worker's metrics, for a Prometheus that has the token. Without the setting, this address doesn't exist."""

import secrets

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import Response

from chat_stream.server.problem import Problem, missing
from chat_stream.worker import worker

SHARED_PORT = (
    "{count} processes answer at this address, each with numbers of its own, so these would be one's at random. "
    "Start each worker as a server of its own (GRANIAN_WORKERS=1) and scrape them all."
)


async def metrics(request: Request) -> Response:
    """Answers with the metrics in Prometheus' text format."""
    token, workers = worker().settings.metrics_token.get_secret_value(), worker().settings.workers
    if not token:
        raise missing()
    if not secrets.compare_digest(request.headers.get("authorization", "").encode(), f"Bearer {token}".encode()):
        raise Problem(401, "Send the token that CHAT_STREAM_METRICS_TOKEN has.", {"WWW-Authenticate": "Bearer"})
    if workers > 1:
        raise Problem(503, SHARED_PORT.format(count=workers))
    return Response(worker().metrics.text(), headers={"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"})
