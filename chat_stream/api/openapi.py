"""The OpenAPI document of the HTTP routes. A test compares it with the routes."""

import json
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from chat_stream import __version__

DOCUMENT: dict[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text())
DOCUMENT["info"]["version"] = __version__


async def openapi(_: Request) -> Response:
    return JSONResponse(DOCUMENT)
