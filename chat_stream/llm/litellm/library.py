"""Imports LiteLLM late and turns off its habits. Apart from this room, only `network.transport` knows it.

The import takes seconds, so it happens on a thread, when an answer is first wanted or when the app warms up.
"""

import asyncio
import gc
import importlib
import logging
import os
import signal
import threading
import warnings
from typing import Any

import structlog

from chat_stream import reach

log = structlog.get_logger()

_loading = threading.Lock()
_loaded: Any = None
_warming: threading.Thread | None = None


def warm_up() -> None:
    """Starts importing LiteLLM on a thread, and returns immediately."""
    global _warming
    _warming = threading.Thread(target=_load_or_stop, name="import-litellm", daemon=True)
    _warming.start()


def is_warming_up() -> bool:
    """Whether the import is running, which takes half of the event loop's time."""
    return _warming is not None and _warming.is_alive()


def _load_or_stop() -> None:
    try:
        load()
    except reach.WrongShape as wrong:
        log.critical("start.refused", reason=str(wrong))
        os.kill(os.getpid(), signal.SIGTERM)


async def library() -> Any:
    """The module `litellm`, ready for use. Its types are partly unknown, so it is `Any` from here on."""
    return _loaded or await asyncio.to_thread(load)


def loaded() -> Any:
    """The module, or None if it isn't imported yet."""
    return _loaded


def load() -> Any:
    global _loaded
    with _loading:
        if _loaded is None:
            _loaded = _import()
            gc.freeze()  # hundreds of thousands of permanent objects, which the garbage collector needn't check again
        return _loaded


def _import() -> Any:
    # Both are read during the import: without them, LiteLLM would fetch a price list, and read a `.env` file into the
    # environment.
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
    os.environ.setdefault("LITELLM_MODE", "PRODUCTION")
    litellm: Any = importlib.import_module("litellm")
    reach.check(reach.LATE_MODULES)
    _quieten(litellm)
    _build_lazy_parts(litellm)
    importlib.import_module("chat_stream.llm.network.transport").use_roomy_transport()
    importlib.import_module("chat_stream.llm.litellm.demo_provider").register()
    return litellm


def _build_lazy_parts(litellm: Any) -> None:
    """Builds what the first answer would otherwise build on the event loop, in half a second."""
    importlib.import_module("openai.resources")
    with warnings.catch_warnings():
        # pydantic's warning about LiteLLM's own types, about which nobody here can do anything.
        warnings.filterwarnings("ignore", message=".*ReadOnly", category=UserWarning)
        litellm.ModelResponse()
        litellm.ModelResponseStream()


def _quieten(litellm: Any) -> None:
    # Its log repeats prompts and providers' messages. Errors reach us as exceptions anyway.
    logging.getLogger("LiteLLM").setLevel(logging.CRITICAL)
    litellm.suppress_debug_info = True
    litellm.turn_off_message_logging = True
    litellm.num_retries = 0
    # Stopping an answer right after asking leaves a coroutine of LiteLLM unused. Nothing was sent then.
    warnings.filterwarnings("ignore", message=".*async_streaming' was never awaited", category=RuntimeWarning)
    # Counting tokens must not download a tokenizer.
    litellm.disable_hf_tokenizer_download = True
    # It takes a hundred equal chunks for a broken model, but a wide table of dashes looks the same.
    litellm.REPEATED_STREAMING_CHUNK_LIMIT = 10**9
