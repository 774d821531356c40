"""What models there are, and one `stream(request)` over all of them: LiteLLM's, and a demo that is always there.

A prompt comes in, text and `ProviderError` come out. No database, no page and no other part of the app ever comes in;
no type of LiteLLM ever leaves.
"""

from .chunk import Chunk, Usage
from .errors import ErrorKind, ProviderError
from .library import warm_up
from .models import Model, available_models, label
from .request import Request, Turn
from .stream import stream
from .transport import close

__all__ = [
    "Chunk",
    "ErrorKind",
    "Model",
    "ProviderError",
    "Request",
    "Turn",
    "Usage",
    "available_models",
    "close",
    "label",
    "stream",
    "warm_up",
]
