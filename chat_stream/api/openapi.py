"""The OpenAPI document of the HTTP routes. A test compares it with the routes."""

import json
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

DOCUMENT: dict[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text())


async def openapi(_: Request) -> Response:
    return JSONResponse(DOCUMENT)
