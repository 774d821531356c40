"""Signing in through an OpenID provider, which is a process of its own with keys of its own."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from chat_stream.api import api
from chat_stream.config import settings
from chat_stream.models import Scope
from chat_stream.worker import Worker
from tests.support.database import fresh_database_url
from tests.support.openid_provider import ADA, CLIENT_ID, CLIENT_SECRET, ProviderProcess, openid_provider
from tests.support.people import sign_up

PUBLIC = "http://chat.example.com"


@pytest.fixture(scope="module")
def provider_process() -> Iterator[ProviderProcess]:
    with openid_provider() as provider:
        yield provider


@pytest.fixture
def provider(provider_process: ProviderProcess) -> ProviderProcess:
    provider_process.sign_in_next()
    return provider_process


@pytest.fixture
async def worker(provider: ProviderProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Worker]:
    monkeypatch.setenv("CHAT_STREAM_OIDC_ISSUER", provider.issuer)
    monkeypatch.setenv("CHAT_STREAM_OIDC_CLIENT_ID", CLIENT_ID)
    monkeypatch.setenv("CHAT_STREAM_OIDC_CLIENT_SECRET", CLIENT_SECRET)
    monkeypatch.setenv("CHAT_STREAM_PUBLIC_URL", PUBLIC)
    monkeypatch.setenv("CHAT_STREAM_MODELS", "demo")
    monkeypatch.setenv("DATABASE_URL", await fresh_database_url(tmp_path))
    settings.cache_clear()
    async with Worker(settings()).running() as worker:
        yield worker
    settings.cache_clear()


@pytest.fixture
async def browser(worker: Worker) -> AsyncIterator[httpx.AsyncClient]:
    """Goes to the app over ASGI, and to the provider over the network."""
    mounts = {PUBLIC: httpx.ASGITransport(api())}
    async with httpx.AsyncClient(base_url=PUBLIC, mounts=mounts) as browser:
        yield browser


async def signs_in(browser: httpx.AsyncClient, asked: str = "", **changed: str) -> httpx.Response:
    """All of the way, there and back; `changed` is what comes back otherwise than it should."""
    there = await browser.get("/api/openid", params={"next": asked} if asked else {})
    at_provider = await browser.get(there.headers["location"])
    back = httpx.URL(at_provider.headers["location"]).copy_merge_params(changed)
    return await browser.get(back)


async def scope_of(browser: httpx.AsyncClient, worker: Worker) -> Scope | None:
    session_id = await worker.people.accounts.session_id(browser.cookies.get("chat_stream_session") or "")
    return await worker.people.accounts.scope(session_id) if session_id else None


async def test_a_new_person_gets_an_account(browser: httpx.AsyncClient, worker: Worker):
    answer = await signs_in(browser)
    assert (answer.status_code, answer.headers["location"]) == (303, PUBLIC)
    scope = await scope_of(browser, worker)
    assert scope
    user, _ = await worker.people.profile.who(scope)
    assert (user.name, user.email, user.is_administrator) == ("Ada Lovelace", "ada@example.com", True)
    assert "chat_stream_openid" not in browser.cookies


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("/chat/abc?of=1#end", "/chat/abc?of=1#end"),
        ("/invite/abc", "/invite/abc"),
        ("//evil.example", ""),
        ("/\\evil.example", ""),
        (".evil.example", ""),
        ("@evil.example", ""),
        ("/chat/abc\r\nSet-Cookie: a=b", ""),
    ],
)
async def test_it_leads_to_the_page_that_was_asked_for(browser: httpx.AsyncClient, asked: str, shown: str):
    answer = await signs_in(browser, asked)
    assert answer.headers["location"] == PUBLIC + shown
    assert "a=b" not in str(answer.headers.get_list("set-cookie"))


async def test_a_page_that_the_browser_keeps_is_checked_again(browser: httpx.AsyncClient):
    there = await browser.get("/api/openid", params={"next": "/chat/abc"})
    kept = bytes.fromhex(browser.cookies["chat_stream_openid"]).replace(b"/chat/abc", b"@evil.com")
    browser.cookies.delete("chat_stream_openid")
    browser.cookies.set("chat_stream_openid", kept.hex(), domain="chat.example.com")
    at_provider = await browser.get(there.headers["location"])
    assert (await browser.get(at_provider.headers["location"])).headers["location"] == PUBLIC


async def test_who_is_refused_may_try_again_and_still_gets_there(browser: httpx.AsyncClient):
    answer = await signs_in(browser, "/chat/abc", state="guessed")
    assert answer.headers["location"] == f"{PUBLIC}/sign-in?openid=failed&next=/chat/abc"


async def test_the_same_person_comes_back_even_with_another_address(
    browser: httpx.AsyncClient, worker: Worker, provider: ProviderProcess
):
    await signs_in(browser)
    first = await scope_of(browser, worker)
    provider.sign_in_next(person={**ADA, "email": "king@example.com", "email_verified": False})
    await signs_in(browser)
    again = await scope_of(browser, worker)
    assert first
    assert again
    assert again.user_id == first.user_id
    assert again.grant_id != first.grant_id
    assert await worker.people.accounts.scope(first.grant_id) is None  # rotated


async def test_a_verified_address_joins_an_account_and_ends_what_was_before(browser: httpx.AsyncClient, worker: Worker):
    squatter = await sign_up(worker, "Ada")
    token = await worker.people.api_tokens.create(squatter.scope, "a program")
    await signs_in(browser)
    scope = await scope_of(browser, worker)
    assert scope
    assert scope.user_id == squatter.scope.user_id
    assert await worker.people.accounts.session_id(squatter.token) is None
    assert await worker.people.api_tokens.scope(token.secret) is None
    user, _ = await worker.people.profile.who(scope)
    assert not user.password_hash


async def test_what_an_id_token_lacks_is_asked_for(
    browser: httpx.AsyncClient, worker: Worker, provider: ProviderProcess
):
    provider.sign_in_next(userinfo={"name": "Ada K."})
    await signs_in(browser)
    scope = await scope_of(browser, worker)
    assert scope
    user, _ = await worker.people.profile.who(scope)
    assert user.name == "Ada K."


@pytest.mark.parametrize(
    "flaw",
    [
        {"nonce": "another"},
        {"aud": "another"},
        {"iss": "https://another.example.com"},
        {"exp": 1},
        {"key": "another"},
        {"alg": "none"},
        {"metadata_issuer": "https://another.example.com"},
        {"userinfo": {"sub": "somebody else"}},
        {"person": {**ADA, "email_verified": False}},
        {"person": {"sub": "ada-1", "email": "ada@example.com", "email_verified": "true"}},
    ],
    ids=str,
)
async def test_what_does_not_hold_opens_nothing(
    browser: httpx.AsyncClient, worker: Worker, provider: ProviderProcess, flaw: dict[str, object]
):
    await browser.get("/api/openid")
    there = await browser.get("/api/openid")
    at_provider = await browser.get(there.headers["location"])
    provider.sign_in_next(**flaw)
    answer = await browser.get(at_provider.headers["location"])
    assert answer.headers["location"].startswith(f"{PUBLIC}/sign-in?openid=")
    assert await scope_of(browser, worker) is None
    assert not await worker.people.accounts.has_users()


@pytest.mark.parametrize("changed", [{"state": "guessed"}, {"code": "guessed"}, {"iss": "https://another.example"}])
async def test_what_comes_back_must_be_what_was_begun(
    browser: httpx.AsyncClient, worker: Worker, changed: dict[str, str]
):
    answer = await signs_in(browser, **changed)
    assert answer.headers["location"] == f"{PUBLIC}/sign-in?openid=failed"
    assert await scope_of(browser, worker) is None


async def test_nobody_finishes_what_another_browser_began(browser: httpx.AsyncClient, worker: Worker):
    there = await browser.get("/api/openid")
    at_provider = await browser.get(there.headers["location"])
    browser.cookies.clear()
    answer = await browser.get(at_provider.headers["location"])
    assert answer.headers["location"] == f"{PUBLIC}/sign-in?openid=failed"


async def test_a_disabled_user_stays_out(browser: httpx.AsyncClient, worker: Worker):
    root = await sign_up(worker, "Root")
    await signs_in(browser)
    ada = await scope_of(browser, worker)
    assert ada
    await worker.people.administration.disable(root.scope, ada.user_id)
    answer = await signs_in(browser)
    assert answer.headers["location"] == f"{PUBLIC}/sign-in?openid=disabled"


async def test_a_closed_installation_takes_nobody_new(browser: httpx.AsyncClient, worker: Worker):
    root = await sign_up(worker, "Root")
    await worker.people.installation.open_sign_up(root.scope, is_open=False)
    answer = await signs_in(browser)
    assert answer.headers["location"] == f"{PUBLIC}/sign-in?openid=closed"
