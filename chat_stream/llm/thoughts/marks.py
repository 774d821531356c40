"""The marks that models put around thoughts, for servers that don't remove them.

From the reasoning parsers of vLLM (`vllm/reasoning/`), SGLang and llama.cpp (`common/chat.cpp`), from Open WebUI
(`DEFAULT_REASONING_TAGS`), and from the models' chat templates. Case doesn't matter: Magistral writes `[THINK]`,
Marco-o1 `<Thought>`.
"""

import re
from collections.abc import Iterable

WHITE = " \t\r\n"
"""White space between a mark and a text belongs to neither."""
LONGEST_SILENCE = 200
"""The most white space that is held back. More of it is text, for which nothing waits."""

NAMES = (
    *("think", "thinking", "thought", "thoughts", "reason", "reasoning"),  # DeepSeek, Qwen, GLM, EXAONE, Reka, …
    *("seed:think", "mm:think", "ifm|think", "antthinking", "inner_monologue", "scratchpad"),  # Seed-OSS, MiniMax, …
)
HARMONY = "<|start|>assistant"
"""The beginning of each of gpt-oss's channels except the first."""
FINAL = "<|channel|>final<|message|>"

CLOSINGS: dict[str, tuple[str, ...]] = {
    **{f"<{name}>": (f"</{name}>",) for name in NAMES},
    **dict.fromkeys(("<think>", "<thinking>"), ("</think>", "</thinking>")),  # small models mix them up
    "[think]": ("[/think]",),  # Magistral
    "◁think▷": ("◁/think▷",),  # Kimi-VL
    "<|begin_of_thought|>": ("<|end_of_thought|>",),  # OpenThinker, Sky-T1
    "<|start_thinking|>": ("<|end_thinking|>",),  # Command A
    "<|inner_prefix|>": ("<|inner_suffix|>",),  # Apertus
    "<|channel>thought": ("<channel|>",),  # Gemma 4
    **{
        f"{start}<|channel|>{channel}<|message|>": ("<|end|>", f"{HARMONY}{FINAL}")  # gpt-oss
        for start in ("", HARMONY)
        for channel in ("analysis", "commentary")
    },
}
"""Opening marks of thoughts in lower case, with the marks that close them."""

ANSWERS = {
    FINAL: "<|return|>",
    HARMONY + FINAL: "<|return|>",
    "<|start_response|>": "<|end_response|>",
    "<|begin_of_solution|>": "<|end_of_solution|>",
}
"""Opening marks of the answer itself, with the marks that may end it."""
ANSWER_ENDS = frozenset(ANSWERS.values())

UNOPENED = (
    *("</think>", "</thinking>", "</thought>", "</seed:think>", "</mm:think>", "[/think]", "◁/think▷"),
    *("<|end_thinking|>", "<|inner_suffix|>"),
)
"""Marks that close thoughts whose opening mark may be in the prompt, because the chat template put it there."""


def pattern(marks: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, marks)), re.IGNORECASE)


OPENING = pattern(CLOSINGS)
ANSWER = pattern(ANSWERS)
WITHOUT_OPENING = pattern(UNOPENED)
CLOSING = {opening: pattern(closings) for opening, closings in CLOSINGS.items()}

_AT_BEGINNING = (*CLOSINGS, *ANSWERS, *UNOPENED)
_ENDS = (*{closing for closings in CLOSINGS.values() for closing in closings}, *ANSWER_ENDS)
_LONGEST_END = max(map(len, _ENDS))


def may_become_one(text: str) -> bool:
    """Whether a text at the beginning of an answer may become a mark."""
    small = text.lower()
    return any(mark.startswith(small) for mark in _AT_BEGINNING)


def unfinished_end(text: str) -> int:
    """Where a closing mark, or the beginning of one, stands at the end of a text. The text's length if there is
    none."""
    for start in range(max(0, len(text) - _LONGEST_END), len(text)):
        if text[start] in "<[◁" and any(end.startswith(text[start:].lower()) for end in _ENDS):
            return start
    return len(text)
