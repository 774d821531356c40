"""Who may read over HTTP."""

import pytest

from chat_stream.models import ApiToken
from tests.api.reader import Reader


async def test_the_session_cookie_opens_a_stream(finished: Reader):
    cookie = {"Cookie": f"chat_stream_session={finished.person.token}"}
    assert (await finished.http.get(finished.path, headers=cookie)).status_code == 200


async def test_nobody_reads_without_proof(finished: Reader):
    answer = await finished.http.get(finished.path)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert "API token" in answer.text


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer wrong", "Basic YTpi", "Bearer \xff"])
async def test_a_header_that_proves_nothing_is_not_made_good_by_a_cookie(finished: Reader, header: str):
    cookie = f"chat_stream_session={finished.person.token}".encode()
    headers = [(b"Cookie", cookie), (b"Authorization", header.encode("latin-1"))]
    answer = await finished.http.get(finished.path, headers=headers)
    assert answer.status_code == 401


async def test_the_name_of_the_scheme_may_be_written_in_any_case(finished: Reader):
    assert (await finished.get({"Authorization": f"bearer {finished.token.secret}"})).status_code == 200


async def test_a_session_is_no_token_and_a_token_no_session(finished: Reader):
    assert (await finished.get({"Authorization": f"Bearer {finished.person.token}"})).status_code == 401
    cookie = {"Cookie": f"chat_stream_session={finished.token.secret}"}
    assert (await finished.http.get(finished.path, headers=cookie)).status_code == 401


async def test_reading_says_that_the_token_was_used(finished: Reader):
    await finished.get()
    async with finished.person.worker.database.read() as session:
        assert (await session.get_one(ApiToken, finished.token.id)).last_used_at


async def test_a_revoked_token_reads_nothing(finished: Reader):
    await finished.person.worker.people.api_tokens.revoke(finished.person.scope, finished.token.id)
    assert (await finished.get()).status_code == 401
