"""Why a model stopped, in one vocabulary for all servers."""

import re
from enum import StrEnum
from typing import cast

from chat_stream.llm.errors import ErrorKind


class Finish(StrEnum):
    """Reasons for the end of an answer, in OpenAI's words where it has one. Later ones say more than earlier ones."""

    WHOLE = "stop"
    TOOLS = "tool_calls"
    CUT = "length"
    ABORTED = "abort"
    OVERLOADED = "overloaded"
    FAILED = "error"
    FILTERED = "content_filter"


FAILURES = {
    Finish.ABORTED: ErrorKind.CUT_OFF,
    Finish.OVERLOADED: ErrorKind.OVERLOADED,
    Finish.FAILED: ErrorKind.PROVIDER_FAILED,
    Finish.FILTERED: ErrorKind.CONTENT_FILTERED,
}
"""The reasons after which an answer isn't what its model wanted to say."""

NO_REASON = re.compile(r"(null|none|nil|undefined|not_?finished|in_?progress|.*unspecified)?")

# The first stem found in the word counts. No complete list of words exists; the APIs of OpenAI, Anthropic, Bedrock,
# Gemini, Cohere, Mistral, DeepSeek, Z.ai, watsonx, OpenRouter, and vLLM, SGLang, llama.cpp, Ollama and TGI have these.
BY_STEM = (
    (r"^(tool_?(call|use)s?|function_?call)$", Finish.TOOLS),
    (
        r"filter|safety|content_?policy|guardrail|moderat|refus|recitation|prohibited|block(list|ed)|spii|toxic|sensitive|escalat",
        Finish.FILTERED,
    ),
    (r"overload|insufficient|capacity|rate_?limit|quota|unavailable", Finish.OVERLOADED),
    (r"length|max|limit|window|budget|exceed|truncat|incomplete|pause|compaction", Finish.CUT),
    (r"abort|cancel|interrupt|disconnect|timed?_?out|preempt|repetition", Finish.ABORTED),
    (r"error|fail|malformed|unexpected|too_many|missing|language|no_image|other$", Finish.FAILED),
)
STEMS = tuple((re.compile(stems), finish) for stems, finish in BY_STEM)


def finish_of(word: object) -> Finish | None:
    """The meaning of a server's finish reason; None if it isn't one.

    An unknown word means that the answer is complete: servers send such words at the end of an answer, and those for
    failures are recognisable.
    """
    if isinstance(word, dict):
        word = cast("dict[str, object]", word).get("type")  # SGLang's own form
    if not isinstance(word, str):
        return None
    word = re.sub(r"[\s-]+", "_", word.strip()).lower().removeprefix("finishreason.")
    if NO_REASON.fullmatch(word):
        return None
    return next((finish for stems, finish in STEMS if stems.search(word)), Finish.WHOLE)


def stronger(one: Finish | None, other: Finish | None) -> Finish | None:
    """The one of two reasons that says more about the same end."""
    said = [each for each in Finish if each in (one, other)]
    return said[-1] if said else None
