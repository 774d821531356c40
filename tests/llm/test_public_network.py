"""Where an address that a user gives may lead."""

import asyncio
import socket
from typing import Any

import pytest

from chat_stream.llm import Credentials, ErrorKind, ProviderError, Request, Turn, server_with, stream
from chat_stream.llm.network.public_network import is_public
from tests.support.provider import ScriptedProvider

TURNS = (Turn("user", "Hello?"),)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",  # where clouds tell machines their secrets
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_what_is_not_public_is_known_in_every_dress(address: str):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1"])
def test_what_is_public_is_public(address: str):
    assert is_public(address)


async def test_a_private_address_is_not_asked_for_models_nor_for_an_answer(provider: ScriptedProvider):
    own = Credentials("sk-own-key", provider.url)
    for refused in (server_with("openai", own), answer(Request("openai/scripted", TURNS, own))):
        with pytest.raises(ProviderError) as error:
            await refused
        assert error.value.kind == ErrorKind.PRIVATE_ADDRESS
        assert "private network" in error.value.sentence
    assert provider.calls == []


async def test_an_administrator_may_allow_private_addresses(provider: ScriptedProvider):
    own = Credentials("sk-own-key", provider.url, must_be_public=False)
    assert (await server_with("openai", own)).names == ["openai/scripted"]
    assert await answer(Request("openai/scripted", TURNS, own)) == "You said: Hello?"
    assert provider.calls[0].key_end == "-key"


async def test_a_name_that_leads_elsewhere_at_the_second_look_is_connected_to_what_was_judged(
    monkeypatch: pytest.MonkeyPatch, provider: ScriptedProvider
):
    """DNS rebinding: judged as public, and private when the connection is made."""
    looks: list[str] = []
    connected: list[str] = []

    async def resolve(_: Any, host: str, port: int, **__: Any) -> list[Any]:
        looks.append(host)
        address = "1.1.1.1" if len(looks) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    async def connect(_: Any, host: str, *__: Any) -> None:
        connected.append(host)
        raise OSError("no network in this test")

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", resolve)
    monkeypatch.setattr("httpcore.AnyIOBackend.connect_tcp", connect)
    own = Credentials("sk-own-key", "http://rebinding.example:8080/v1")
    with pytest.raises(ProviderError):
        await server_with("openai", own)
    assert connected == ["1.1.1.1"]
    with pytest.raises(ProviderError) as error:
        await answer(Request("openai/scripted", TURNS, own))
    assert error.value.kind == ErrorKind.PRIVATE_ADDRESS
    assert connected == ["1.1.1.1"]


async def answer(request: Request) -> str:
    return "".join([chunk.content async for chunk in stream(request)])
