"""The models that a server lists itself: one that speaks OpenAI's protocol, and Ollama."""

import os
import re
from typing import Any

import httpcore
import httpx
import structlog

from chat_stream.texts import Text

from .credentials import Credentials
from .errors import ErrorKind, ProviderError
from .failures import explain
from .providers import OLLAMA, OPENAI, ollama_base, openai_base
from .transport import transport_for

NO_CHAT = re.compile(r"embed|whisper|tts|dall-e|image|moderation|rerank|transcribe|realtime|audio|sora", re.IGNORECASE)

NO_LIST = Text("failure-no-list")
MOST_MODELS = 100

log = structlog.get_logger()


async def compatible_models() -> list[str]:
    """The models of the server at `OPENAI_API_BASE`, in its order; none where there is none or no answer in 2 s."""
    if not (base := openai_base()):
        return []
    key = os.environ.get("OPENAI_API_KEY")
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    try:
        listed = await _get(f"{base.rstrip('/')}/models", seconds=2.0, headers=headers)
        names = [model["id"] for model in listed["data"]]
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, KeyError, TypeError) as error:
        log.warning("the server at OPENAI_API_BASE lists no models", error=type(error).__name__)
        return []
    return [f"{OPENAI.code}/{name}" for name in names if not NO_CHAT.search(name)]


async def models_at(credentials: Credentials) -> list[str]:
    """The models of a server that a user named, in its order.

    Raises:
        ProviderError: There is no such list, or the address may not be asked.
    """
    headers = {"Authorization": f"Bearer {credentials.key}"}
    try:
        async with httpx.AsyncClient(
            transport=transport_for(must_be_public=credentials.must_be_public), timeout=5.0, headers=headers
        ) as client:
            response = await client.get(f"{credentials.address.rstrip('/')}/models")
        names = [str(model["id"]) for model in response.raise_for_status().json()["data"]]
    except (httpx.HTTPError, httpcore.ConnectError, OSError) as error:
        raise explain(error, f"{OPENAI.code}/", credentials) from None
    except (ValueError, KeyError, TypeError):
        raise ProviderError(ErrorKind.GARBLED, NO_LIST) from None
    return [f"{OPENAI.code}/{name}" for name in names if not NO_CHAT.search(name)][:MOST_MODELS]


async def ollama_models() -> list[str]:
    """What Ollama has pulled. That there is no Ollama, within 1 s, is normal."""
    try:
        listed = await _get(f"{ollama_base()}/api/tags", seconds=1.0)
        names = [model["name"] for model in listed["models"]]
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, KeyError, TypeError):
        return []
    return [f"{OLLAMA.code}/{name}" for name in names if not NO_CHAT.search(name)]


async def _get(url: str, seconds: float, headers: dict[str, str] | None = None) -> Any:
    async with httpx.AsyncClient(timeout=seconds) as client:
        response = await client.get(url, headers=headers)
    return response.raise_for_status().json()
