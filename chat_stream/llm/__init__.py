"""What models there are, and one `stream(request)` over all of them: LiteLLM's, and a demo that is always there.

A prompt comes in, text and `ProviderError` come out. No database, no page and no other part of the app ever comes in;
no type of LiteLLM ever leaves.
"""

from .addresses import base_of
from .card import Card, card_of, say_contexts
from .chunk import Chunk, Usage
from .credentials import PROVIDER_LABELS, Credentials, is_address, provider_code, provider_label, takes_address
from .demo import NAME as DEMO
from .errors import ErrorKind, ProviderError
from .library import is_warming_up, warm_up
from .metering import metered
from .models import Model, available_models, described, label, server_with, told_apart
from .patience import say_patience
from .request import Request, Turn
from .servers import Server
from .stream import stream
from .thoughts import UNOPENED_THOUGHTS, answer_without_thoughts
from .transport import close
from .window import Window, window_of

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
