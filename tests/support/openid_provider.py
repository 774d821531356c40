"""An OpenID provider as a process of its own, with real keys, that can be told to lie.

`python -m tests.support.openid_provider PORT`. `PUT /next` sets the person who signs in, and what is wrong with it.
"""

import base64
import hashlib
import secrets
import subprocess
import sys
import time
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import httpx
from aiohttp import web
from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.support.site import PROJECT, free_port

CLIENT_ID, CLIENT_SECRET = "chat_stream", "a-secret-between-two"
ADA = {"sub": "ada-1", "email": "ada@example.com", "email_verified": True, "name": "Ada Lovelace"}


class OpenIdProvider:
    """The routes. `next` holds the person, and flaws: `nonce`, `aud`, `iss`, `exp`, `key`, `alg`, `userinfo`."""

    def __init__(self, port: int) -> None:
        self.issuer = f"http://127.0.0.1:{port}"
        self.key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
        self.other_key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
        self.next: dict[str, Any] = {"person": ADA}
        self.codes: dict[str, dict[str, str]] = {}

    def app(self) -> web.Application:
        app = web.Application()
        app.add_routes(
            [
                web.get("/.well-known/openid-configuration", self.metadata),
                web.get("/authorize", self.authorize),
                web.post("/token", self.token),
                web.get("/keys", self.keys),
                web.get("/userinfo", self.userinfo),
                web.put("/next", self.set_next),
            ]
        )
        return app

    async def metadata(self, _: web.Request) -> web.Response:
        names = ("authorize", "token", "keys", "userinfo")
        keys = ("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint")
        addresses = {key: f"{self.issuer}/{name}" for key, name in zip(keys, names, strict=True)}
        return web.json_response({"issuer": self.next.get("metadata_issuer", self.issuer), **addresses})

    async def authorize(self, request: web.Request) -> web.Response:
        asked = dict(request.query)
        assert (asked["client_id"], asked["response_type"]) == (CLIENT_ID, "code")
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        back = urlencode({"code": code, "state": asked["state"], "iss": self.issuer})
        raise web.HTTPFound(f"{asked['redirect_uri']}?{back}")

    async def token(self, request: web.Request) -> web.Response:
        form = await request.post()
        asked = self.codes.pop(str(form["code"]), None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(str(form["code_verifier"]).encode()).digest()).decode()
        client = "Basic " + base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
        is_good = asked and asked["code_challenge"] == challenge.rstrip("=")
        if not asked or not is_good or request.headers.get("Authorization") != client:
            return web.json_response({"error": "invalid_grant"}, status=400)
        id_token = self.id_token(asked["nonce"])
        return web.json_response({"access_token": "an-access-token", "token_type": "Bearer", "id_token": id_token})

    def id_token(self, nonce: str) -> str:
        flaws, now = self.next, int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT_ID, "nonce": nonce, "iat": now, "exp": now + 300}
        person = {"sub": flaws["person"]["sub"]} if flaws.get("userinfo") else flaws["person"]
        claims |= {**person, **{name: flaws[name] for name in ("iss", "aud", "nonce", "exp") if name in flaws}}
        if flaws.get("alg") == "none":
            return ".".join(_encoded(part) for part in ('{"alg":"none"}', _json(claims))) + "."
        key = self.other_key if flaws.get("key") else self.key
        return jwt.encode({"alg": "RS256", "kid": "one"}, claims, key)

    async def keys(self, _: web.Request) -> web.Response:
        return web.json_response({"keys": [self.key.as_dict(private=False)]})

    async def userinfo(self, request: web.Request) -> web.Response:
        assert request.headers["Authorization"] == "Bearer an-access-token"
        return web.json_response({**self.next["person"], **self.next.get("userinfo", {})})

    async def set_next(self, request: web.Request) -> web.Response:
        self.next = {"person": ADA, **await request.json()}
        return web.Response(status=204)


def _json(value: Any) -> str:
    return web.json_response(value).text or ""


def _encoded(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


class ProviderProcess:
    """The running provider, for tests."""

    def __init__(self, port: int) -> None:
        self.issuer = f"http://127.0.0.1:{port}"

    def sign_in_next(self, **told: Any) -> None:
        """Sets the person who signs in next, and what is wrong with it."""
        httpx.put(f"{self.issuer}/next", json=told).raise_for_status()


@contextmanager
def openid_provider() -> Generator[ProviderProcess]:
    """A provider process, until the block ends."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "tests.support.openid_provider", str(port)], cwd=PROJECT)
    try:
        _wait_for(f"http://127.0.0.1:{port}/keys")
        yield ProviderProcess(port)
    finally:
        process.kill()
        process.wait()


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            urllib.request.urlopen(address, timeout=1).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


if __name__ == "__main__":
    port = int(sys.argv[1])
    web.run_app(OpenIdProvider(port).app(), host="127.0.0.1", port=port, print=None)
