"""The security headers of every answer over https, and of routes that set their own."""

from pathlib import Path

import httpx
import pytest
from starlette.responses import Response

from chat_stream.config import Settings
from chat_stream.server import SafeHeaders, safe_headers


@pytest.mark.parametrize(("url", "is_strict"), [("https://chat.example.com", True), ("http://localhost:3000", False)])
async def test_over_https_browsers_are_told_to_stay_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, is_strict: bool
):
    monkeypatch.setattr(safe_headers, "settings", lambda: Settings(public_url=url))  # pyright: ignore[reportCallIssue]
    headers = (await answer_of(tmp_path)).headers
    assert ("Strict-Transport-Security" in headers) is is_strict
    assert f"connect-src 'self' {url.replace('http', 'ws', 1)};" in headers["Content-Security-Policy"]


async def test_what_a_route_says_itself_stands(tmp_path: Path):
    assert (await answer_of(tmp_path)).headers["Cross-Origin-Resource-Policy"] == "same-site"


async def answer_of(folder: Path) -> httpx.Response:
    app = SafeHeaders(Response("hello", headers={"Cross-Origin-Resource-Policy": "same-site"}), folder)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as http:
        return await http.get("/")
