"""The models, and one `stream(request)` for all of them: LiteLLM's models, and a demo that is always available.

A prompt comes in; text and `ProviderError` go out. No database, no page and no other part of the app comes in, and no
type of LiteLLM goes out.
"""

from chat_stream.llm.catalogue.addresses import base_of
from chat_stream.llm.catalogue.card import Card, card_of, say_contexts
from chat_stream.llm.catalogue.models import Model, available_models, described, label, server_with, told_apart
from chat_stream.llm.catalogue.servers import Server
from chat_stream.llm.chunk import Chunk, Usage
from chat_stream.llm.credentials import (
    PROVIDER_LABELS,
    Credentials,
    is_address,
    provider_code,
    provider_label,
    takes_address,
)
from chat_stream.llm.demo import NAME as DEMO
from chat_stream.llm.errors import ErrorKind, ProviderError
from chat_stream.llm.litellm.library import is_warming_up, warm_up
from chat_stream.llm.metering import metered
from chat_stream.llm.network.transport import close
from chat_stream.llm.patience import say_patience
from chat_stream.llm.request import Request, Turn
from chat_stream.llm.stream import stream
from chat_stream.llm.thoughts import UNOPENED_THOUGHTS, answer_without_thoughts
from chat_stream.llm.window import Window, window_of

__all__ = [
    "DEMO",
    "PROVIDER_LABELS",
    "UNOPENED_THOUGHTS",
    "Card",
    "Chunk",
    "Credentials",
    "ErrorKind",
    "Model",
    "ProviderError",
    "Request",
    "Server",
    "Turn",
    "Usage",
    "Window",
    "answer_without_thoughts",
    "available_models",
    "base_of",
    "card_of",
    "close",
    "described",
    "is_address",
    "is_warming_up",
    "label",
    "metered",
    "provider_code",
    "provider_label",
    "say_contexts",
    "say_patience",
    "server_with",
    "stream",
    "takes_address",
    "told_apart",
    "warm_up",
    "window_of",
]
