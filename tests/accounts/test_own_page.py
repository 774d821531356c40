"""Signing in leads to pages of this app and nowhere else."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from chat_stream.accounts import leading_to, own_page
from chat_stream.chat_stream import app

OURS = [
    "/",
    "/chat/abc_DEF-123",
    "/chat/abc/",
    "/chat/temporary-abc",
    "/chat/abc?message=1&of=%2F%2Fevil#end",
    "/chat/abc#message-1",
    "/?q=what%20is%20it",
    "/settings#keys",
    "/teams/abc",
    "/admin",
    "/invite/abc?next=/chat/abc",
]
NOT_OURS = [
    "",
    "chat/abc",
    "//evil.example",
    "///evil.example",
    "//",
    "//?",
    "/\\evil.example",
    "\\\\evil.example",
    "/\\/evil.example",
    "/chat/abc\\@evil.example",
    "https://evil.example",
    "https:evil.example",
    "https:/evil.example",
    "http://localhost:3000/chat/abc",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//chat/abc",
    "data:text/html,hello",
    "/%2Fevil.example",
    "/%2f%2fevil.example",
    "%2F%2Fevil.example",
    "/%5Cevil.example",
    "/\t/evil.example",
    "\t//evil.example",
    "/\n/evil.example",
    "/chat/abc\n",
    "/chat/abc\r\nSet-Cookie: a=b",
    "/chat/abc\x00",
    " /chat/abc",
    "/chat/abc ",
    "/chat/../api/session",
    "/chat/%2e%2e/api",
    "/chat/abc/../../api",
    "/chat/",
    "/chat",
    "/./chat/abc",
    "/@evil.example",
    "/chat/abc@evil.example",
    "/／evil.example",
    "／／evil.example",
    "/chat/äbc",
    "/chat/abc?\u202e",
    "/;@evil.example",
    "/api/session",
    "/api/openid",
    "/api/messages/abc/stream",
    "/assets/theme.css",
    "/favicon.ico",
    "/health/live",
    "/metrics",
    "/_event",
    "/_upload",
    "/ping",
    "/sign-in",
    "/sign-in?next=/chat/abc",
    "/sign-up",
    "/reset/abc",
    "/404",
    "/settings/../api",
    "/Settings",
    "/chat/abc?" + "a" * 1001,
]


@pytest.mark.parametrize("address", OURS)
def test_a_page_of_ours_keeps_its_query_and_fragment(address: str):
    assert own_page(address) == address


@pytest.mark.parametrize("address", NOT_OURS)
def test_nothing_else_is_a_page_of_ours(address: str):
    assert own_page(address) == ""
    assert leading_to("/sign-in", address) == "/sign-in"


@pytest.mark.parametrize("address", OURS[1:])
def test_an_entrance_leads_on_to_a_page(address: str):
    for entrance in ("/sign-in", "/sign-in?ended=1"):
        led = urlsplit(leading_to(entrance, address))
        assert led.path == "/sign-in"
        assert parse_qs(led.query)["next"] == [address]
        assert led.fragment == ""


def test_every_page_but_the_entrances_is_one():
    """A page that is added is listed, too."""
    entrances = {"sign-in", "sign-up", "reset/[token]", "404"}
    routes = set(app._unevaluated_pages) - entrances  # pyright: ignore[reportPrivateUsage]
    assert len(routes) > 5
    for route in routes:
        path = "/" + re.sub(r"\[\w+\]", "abc", "" if route == "index" else route)
        assert own_page(path) == path
