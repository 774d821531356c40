"""A provider's own words are kept for whoever asked: without keys, short, plain."""

import json

import pytest

from chat_stream.llm import Credentials, Request, Turn, stream
from chat_stream.llm.provider_words import BLOT, LONGEST
from tests.support.provider import Cut, Error, Raw, Say, ScriptedProvider, Stall, Step

from .asking import answer_of, ask

KEY = "sk-very-secret"
OWN = "MyPrivateKey/0123456789+abc"  # pragma: allowlist secret


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ([Error(400, message="max_seq_len is 17 here")], "max_seq_len is 17 here"),
        ([Error(422, body={"detail": [{"loc": ["body", "messages"], "msg": "too odd"}]})], "too odd"),
        ([Error(500, body="<html><script>alert(1)</script>Guru meditation</html>")], "<script>alert(1)</script>Guru"),
        ([Error(500, body="plain words of a proxy")], "plain words of a proxy"),
        ([Say("a"), Error(500, message="CUDA out of memory")], "CUDA out of memory"),
        ([Raw('data: {"error": "The engine is on fire"}\n\n')], "The engine is on fire"),
        ([Error(200, body={"detail": "Not in this house"})], "Not in this house"),
        ([Raw("<html><body>Please sign in</body></html>")], "Please sign in"),
    ],
    ids=str,
)
async def test_its_own_words_come_with_the_error(provider: ScriptedProvider, script: list[Step], words: str):
    provider.reply(*script)
    error = (await answer_of(ask())).error
    assert error
    assert words in error.words
    assert words not in error.sentence + error.detail


@pytest.mark.parametrize("script", [[Cut()], [Say("a"), Cut()], [Stall()]], ids=str)
async def test_who_said_nothing_has_no_words(provider: ScriptedProvider, script: list[Step]):
    provider.reply(*script)
    error = (await answer_of(ask(first_byte_timeout=0.2, stall_timeout=0.2))).error
    assert error
    assert error.words == ""


@pytest.mark.parametrize(
    "said",
    [
        f"Incorrect API key provided: {OWN}.",
        f"You sent {OWN[:5]}\u200b{OWN[5:]}",
        f"https://models.example.com/?key={OWN}&alt=sse",
        "Incorrect API key provided: sk-proj-abcd****wxyz.",
        "Authorization: Bearer abcdef.ghi-jkl_mno",
        '{"headers": {"x-api-key": "0123-wxyz-7777", "cookie": "session=abcdefghi"}}',
        "postgresql://admin:hunter2hunter2@db.internal:5432/models",  # pragma: allowlist secret
        "key AIzaSyA1234567890abcdefghijklmnopqrstuv and gsk_a1b2c3d4e5f6a7b8",
        "token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc",  # pragma: allowlist secret
        "deployment secret 0f343b0931126a20f133d67c2b018a3b",
    ],
)
async def test_what_looks_like_a_key_is_blotted_out(provider: ScriptedProvider, said: str):
    provider.reply(Error(400, message=said))
    own = Credentials(OWN, provider.url, must_be_public=False)
    error = (await answer_of(stream(Request("openai/scripted", (Turn("user", "Hello?"),), own)))).error
    assert error
    assert BLOT in error.words
    for secret in (
        OWN,
        "abcd****",
        "abcdef.ghi",
        "0123-wxyz",
        "abcdefghi",
        "hunter2",
        "AIzaSy",
        "a1b2c3",
        "eyJ",
        "0f343b",
    ):
        assert secret not in error.words


async def test_what_tells_what_to_do_is_left(provider: ScriptedProvider):
    told = (
        "Model meta-llama/Llama-3.3-70B-Instruct-Turbo-Free: max_tokens=100000 must be at most 8192. "
        "See https://docs.example.com/errors#key-limits, request 3f1c9a9e-5b0c-4a53-9d3e-2f6b1c7d8e90."
    )
    provider.reply(Error(400, message=told))
    error = (await answer_of(ask())).error
    assert error
    assert told in error.words


async def test_a_long_one_is_cut_and_holds_nothing_that_no_database_stores(provider: ScriptedProvider):
    provider.reply(Error(400, body="\x00\u202e" + f"word {KEY} \x1b[31m" * 20_000))
    error = (await answer_of(ask())).error
    assert error
    assert len(error.words) <= LONGEST
    assert not set(error.words) & set("\x00\u202e\x1b")
    assert "secret" not in error.words


async def test_a_lone_surrogate_is_no_trouble(provider: ScriptedProvider):
    provider.reply(
        Say("a"), Raw(b"data: " + json.dumps({"error": {"message": "half \ud83d a smile"}}).encode() + b"\n\n")
    )
    error = (await answer_of(ask())).error
    assert error
    error.words.encode()
