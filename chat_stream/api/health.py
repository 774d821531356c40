"""For whoever starts, watches and balances workers: is this process alive, and may it be sent requests?"""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from chat_stream.worker import worker

_NEVER = {"Cache-Control": "no-store"}


async def live(_: Request) -> Response:
    """200 as long as the event loop turns. Asks nothing else: a restart wouldn't mend a database."""
    return JSONResponse({"status": "live"}, headers=_NEVER)


async def ready(_: Request) -> Response:
    """200 where requests can be served, 503 where not; `missing` says what isn't there and why."""
    answers = await worker().readiness.ask()
    missing = {name: answer for name, answer in answers.items() if answer != "ok"}
    status = "not ready" if missing else "ready"
    body = {"status": status, "checked": list(answers), "missing": missing}
    return JSONResponse(body, status_code=503 if missing else 200, headers=_NEVER)
