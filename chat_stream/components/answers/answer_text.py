"""Vars of an answer's text and reasoning, corrected when thoughts are recognised late."""

from typing import Any

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData

from chat_stream.llm import UNOPENED_THOUGHTS
from chat_stream.scripts import script

_SCRIPT = script("components/answers/answer_text.js")


def answer_text(text: Any, reasoning: Any) -> Any:
    marks = rx.Var.create(UNOPENED_THOUGHTS)
    return _called("answerText", f"{text}, {reasoning}, {marks}")


def reasoning_text(text: Any, reasoning: Any) -> Any:
    return _called("reasoningText", f"{text}, {reasoning}")


def has_words(text: Any) -> Any:
    """Whether a text has anything but white space."""
    return _called("hasWords", f"{text}", bool)


def _called(function: str, arguments: str, returns: type = str) -> Any:
    imports = VarData(imports={_SCRIPT: [ImportVar(tag=function)]})
    return rx.Var(f"{function}({arguments})", _var_type=returns, _var_data=imports).guess_type()
