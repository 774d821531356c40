"""Health checks for whoever starts, watches and balances workers."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from chat_stream.worker import worker

_NEVER = {"Cache-Control": "no-store"}


async def live(_: Request) -> Response:
    """Answers 200 while the event loop runs. It checks nothing else: a restart wouldn't mend a database."""
    return JSONResponse({"status": "live"}, headers=_NEVER)


async def ready(_: Request) -> Response:
    """Answers 200 if requests can be served, otherwise 503. `missing` says what isn't there and why."""
    answers = await worker().readiness.ask()
    missing = {name: answer for name, answer in answers.items() if answer != "ok"}
    status = "not ready" if missing else "ready"
    body = {"status": status, "checked": list(answers), "missing": missing}
    return JSONResponse(body, status_code=503 if missing else 200, headers=_NEVER)
