"""Reading an answer at intervals yields as much as reading it all the time."""

import asyncio
import datetime
import ssl
from dataclasses import dataclass
from pathlib import Path

import httpcore
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from chat_stream.llm import Request, Turn, stream
from chat_stream.llm.network.pausing_network import PausingNetwork, pause_reads
from tests.support.eventually import eventually
from tests.support.provider import Finish, ScriptedProvider, Tokens

from .asking import answer_of


@dataclass
class UntilAllIsSent:
    """A reader that waits until the provider has said everything."""

    provider: ScriptedProvider
    amount: int
    pauses: int = 0

    async def __call__(self) -> None:
        self.pauses += 1
        await eventually(lambda: [len(call.text.split()) for call in self.provider.calls] == [self.amount])


async def test_what_arrives_during_a_pause_comes_without_another(provider: ScriptedProvider):
    provider.reply(Tokens(60, rate=600), Finish())
    pause = UntilAllIsSent(provider, 60)
    answer = await answer_of(stream(Request("openai/scripted", (Turn("user", "Hello?"),), read_when=pause)))
    assert answer.content == provider.calls[0].text
    assert 1 <= pause.pauses <= 4


async def test_so_does_what_arrives_in_records_of_tls(certificate: Path):
    """Each token has a record of its own, and whoever decrypts gets one record at a time."""
    is_sent, tokens = asyncio.Event(), [b"token %d " % number for number in range(60)]
    pauses = 0

    async def pause() -> None:
        nonlocal pauses
        pauses += 1
        await is_sent.wait()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(b"".join(tokens)))
        for token in tokens:
            writer.write(token)
        await writer.drain()
        is_sent.set()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0, ssl=_context(certificate)) as server:
        network = PausingNetwork(httpcore.AnyIOBackend())
        trusted = ssl.create_default_context(cafile=str(certificate))
        async with httpcore.AsyncConnectionPool(trusted, network_backend=network) as pool:
            pause_reads(pause)
            port = server.sockets[0].getsockname()[1]
            response = await pool.request("GET", f"https://localhost:{port}/")
    assert response.content == b"".join(tokens)
    assert 1 <= pauses <= 4


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of localhost, with its key, in one file."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.now(datetime.UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now.replace(year=9999))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "localhost.pem"
    unencrypted = serialization.NoEncryption()
    form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, unencrypted
    path.write_bytes(key.private_bytes(*form) + made.public_bytes(serialization.Encoding.PEM))
    return path


def _context(certificate: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context
