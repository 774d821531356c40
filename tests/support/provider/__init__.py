"""A provider of models that says what a test writes, over real HTTP, in this process or one of its own.

A test's script comes in and an OpenAI-compatible stream goes out, cut, stalled or garbled where the script says so.
No key, no real model and nothing of `chat_stream` ever comes in.
"""

from .call import Call
from .server import ScriptedProvider
from .steps import (
    Cut,
    CutAtByte,
    Error,
    Finish,
    InStrictOrder,
    NoDone,
    NoUsage,
    Pause,
    Raw,
    Reasoning,
    Say,
    Stall,
    Step,
    Tokens,
    TokensUntil,
    Until,
    Usage,
)
from .tokens import token_texts

__all__ = [
    "Call",
    "Cut",
    "CutAtByte",
    "Error",
    "Finish",
    "InStrictOrder",
    "NoDone",
    "NoUsage",
    "Pause",
    "Raw",
    "Reasoning",
    "Say",
    "ScriptedProvider",
    "Stall",
    "Step",
    "Tokens",
    "TokensUntil",
    "Until",
    "Usage",
    "token_texts",
]
