"""The parts of LiteLLM's inside that are used. Importing this imports LiteLLM."""

from importlib import import_module
from typing import Any

from chat_stream.reach import Reach

_litellm: Any = import_module("litellm")
_streams: Any = import_module("litellm.litellm_core_utils.streaming_handler")
_http: Any = import_module("litellm.llms.custom_httpx.http_handler")
_openai: Any = import_module("litellm.llms.openai.common_utils")

_SETTINGS = (
    *("REPEATED_STREAMING_CHUNK_LIMIT", "custom_provider_map", "disable_hf_tokenizer_download", "model_cost"),
    *("num_retries", "suppress_debug_info", "turn_off_message_logging"),
)
_OPENED = {"chunks", "intermittent_finish_reason", "received_finish_reason"}


def _asks_us_for_every_transport() -> bool:
    clients = (_http.AsyncHTTPHandler.create_client, _openai.BaseOpenAILLM._get_async_http_client)
    return all(_names_in(client) >= {"create_async_transport"} for client in clients)


def _says_what_it_read() -> bool:
    wrapper = _streams.CustomStreamWrapper
    return _names_in(wrapper.__init__) >= _OPENED and hasattr(wrapper, "fetch_stream")


def _names_in(function: Any) -> set[str]:
    """The attributes that a function's own code reads or sets."""
    return set(function.__code__.co_names)


REACHES = (
    Reach(
        "litellm",
        "`AsyncHTTPHandler.create_async_transport`, asked for by each of its clients",
        missing="one setting for the transport of all calls",
        otherwise="addresses that users give could lead into the private network, and ends of answers would be lost",
        is_there=_asks_us_for_every_transport,
    ),
    Reach(
        "litellm",
        "`CustomStreamWrapper` with what it read and what it guessed",
        missing="a mark on the usage and the finish that LiteLLM makes up where the provider said none",
        otherwise="an answer that broke off would count as whole",
        is_there=_says_what_it_read,
    ),
    Reach(
        "litellm",
        f"`{'`, `'.join(_SETTINGS)}`",
        missing="settings of one call instead of settings of the process, and a list of them",
        otherwise="it could send what it should not, or end an answer with many equal lines",
        is_there=lambda: all(hasattr(_litellm, name) for name in _SETTINGS),
    ),
)
