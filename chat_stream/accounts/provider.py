"""An OpenID provider: its addresses, and what it says about a person.

Source: OpenID Connect Core 1.0 (3.1.3.7 on checking an ID token), Discovery 1.0, RFC 7636 (PKCE).
"""

import secrets
from dataclasses import dataclass
from typing import Any, cast

import httpx2
from authlib.integrations.httpx_client import (  # pyright: ignore[reportMissingTypeStubs]  # authlib has no types
    AsyncOAuth2Client,
    OAuthError,
)
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

PROVIDER_TIMEOUT = 15.0
"""Seconds that a provider may take to respond."""
SCOPE = "openid email profile"
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"]
"""Accepted signature algorithms: only those with the provider's public keys, never `none` or shared secrets."""
LEEWAY = 60
"""Seconds by which clocks may differ."""


class ProviderFailed(Exception):
    """The provider can't be reached, or its answer isn't valid."""


@dataclass(frozen=True, slots=True)
class Pending:
    """An unfinished sign-in, kept by the browser until it comes back from the provider. `next` is the page that was
    asked for."""

    state: str
    nonce: str
    verifier: str
    next: str = ""

    @classmethod
    def new(cls, next_page: str = "") -> "Pending":
        return cls(secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_urlsafe(48), next_page)


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the provider proved them."""

    subject: str
    email: str
    is_email_verified: bool
    name: str


class Provider:
    """One OpenID provider. Its keys and addresses may change, so they are fetched each time."""

    def __init__(self, issuer: str, client_id: str, client_secret: str, redirect_uri: str) -> None:
        self.issuer = issuer
        self._client_id = client_id
        self._client_secret = client_secret
        self._redirect_uri = redirect_uri

    async def address(self, pending: Pending) -> str:
        """The address to which the browser is sent.

        Raises:
            ProviderFailed: The provider can't be reached.
        """
        async with self._client() as client:
            metadata = await self._metadata(client)
            url, _ = client.create_authorization_url(
                metadata["authorization_endpoint"],
                state=pending.state,
                nonce=pending.nonce,
                code_verifier=pending.verifier,
            )
            return str(url)

    async def person(self, code: str, pending: Pending) -> Person:
        """The person whom the provider sent back with this code.

        Raises:
            ProviderFailed: The code is no good, or the provider's answer doesn't hold.
        """
        try:
            async with self._client() as client:
                metadata = await self._metadata(client)
                proof = {"code": code, "code_verifier": pending.verifier, "grant_type": "authorization_code"}
                token = await client.fetch_token(metadata["token_endpoint"], **proof)
                keys = await _json(client, metadata["jwks_uri"])
                claims = self._checked(str(token["id_token"]), keys, pending.nonce)
                if "email" not in claims and "userinfo_endpoint" in metadata:
                    claims = {**claims, **await _about(client, metadata["userinfo_endpoint"], claims["sub"])}
        except (OAuthError, JoseError, httpx2.HTTPError, KeyError, ValueError) as error:
            raise ProviderFailed(type(error).__name__) from error
        return Person(
            subject=str(claims["sub"]),
            email=str(claims.get("email", "")),
            is_email_verified=claims.get("email_verified") is True,
            name=str(claims.get("name") or claims.get("preferred_username") or ""),
        )

    def _checked(self, id_token: str, keys: dict[str, Any], nonce: str) -> dict[str, Any]:
        token = jwt.decode(id_token, KeySet.import_key_set(cast("Any", keys)), algorithms=ALGORITHMS)
        claims: dict[str, Any] = token.claims
        needed = jwt.JWTClaimsRegistry(
            leeway=LEEWAY,
            iss={"essential": True, "value": self.issuer},
            aud={"essential": True, "value": self._client_id},
            exp={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        needed.validate(claims)
        if claims.get("azp", self._client_id) != self._client_id:
            raise ProviderFailed("azp")
        return claims

    async def _metadata(self, client: Any) -> dict[str, Any]:
        try:
            metadata = await _json(client, f"{self.issuer}/.well-known/openid-configuration")
        except (httpx2.HTTPError, ValueError) as error:
            raise ProviderFailed(type(error).__name__) from error
        if str(metadata.get("issuer", "")).rstrip("/") != self.issuer:
            raise ProviderFailed("issuer")
        return metadata

    def _client(self) -> Any:
        return AsyncOAuth2Client(
            client_id=self._client_id,
            client_secret=self._client_secret or None,
            token_endpoint_auth_method="client_secret_basic" if self._client_secret else "none",
            redirect_uri=self._redirect_uri,
            scope=SCOPE,
            code_challenge_method="S256",
            timeout=PROVIDER_TIMEOUT,
        )


async def _json(client: Any, address: str) -> dict[str, Any]:
    answer = await client.request("GET", address, withhold_token=True)
    answer.raise_for_status()
    return answer.json()


async def _about(client: Any, address: str, subject: str) -> dict[str, Any]:
    answer = await client.get(address)
    answer.raise_for_status()
    about: dict[str, Any] = answer.json()
    if about.get("sub") != subject:
        raise ProviderFailed("userinfo")
    return {name: about[name] for name in ("email", "email_verified", "name", "preferred_username") if name in about}
