"""An account's own credentials for a call."""

from dataclasses import dataclass, field

import httpx

from chat_stream.llm.catalogue.providers import BY_CODE, OPENAI, PROVIDERS, provider_of

PROVIDER_LABELS = {provider.code: provider.label for provider in PROVIDERS}


@dataclass(frozen=True, slots=True)
class Credentials:
    """A key, and the address of a server of one's own. Logs and traces don't show the key."""

    key: str = field(repr=False)
    address: str = ""
    must_be_public: bool = True


def provider_code(model: str) -> str:
    return provider_of(model).code


def provider_label(code: str) -> str:
    return BY_CODE[code].label


def takes_address(code: str) -> bool:
    """Whether the provider can have an address of one's own: any server may speak OpenAI's protocol."""
    return code == OPENAI.code


def is_address(text: str) -> bool:
    try:
        url = httpx.URL(text)
    except httpx.InvalidURL:
        return False
    return url.scheme in ("http", "https") and bool(url.host) and not url.userinfo and not url.query
