"""Which script a call gets, and how a script reads as JSON."""

from collections import deque
from typing import Any

from . import steps
from .call import Call
from .steps import Finish, Say, Step

STEPS: dict[str, type[Any]] = {
    "say": steps.Say,
    "reasoning": steps.Reasoning,
    "tokens": steps.Tokens,
    "pause": steps.Pause,
    "stall": steps.Stall,
    "finish": steps.Finish,
    "usage": steps.Usage,
    "no_usage": steps.NoUsage,
    "no_done": steps.NoDone,
    "raw": steps.Raw,
    "cut": steps.Cut,
    "cut_at_byte": steps.CutAtByte,
    "error": steps.Error,
}


class Scripts:
    """By question first, then by model, the queue, the default, and with nothing written at all a short echo."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        self.by_question: dict[str, tuple[Step, ...]] = {}
        self.by_model: dict[str, tuple[Step, ...]] = {}
        self.queue: deque[tuple[Step, ...]] = deque()
        self.default: tuple[Step, ...] | None = None

    def take(self, call: Call) -> tuple[Step, ...]:
        for part, script in self.by_question.items():
            if part in call.question:
                return script
        if call.model in self.by_model:
            return self.by_model[call.model]
        if self.queue:
            return self.queue.popleft()
        return echo(call) if self.default is None else self.default

    def add_json(self, body: dict[str, Any]) -> None:
        """`{"reply": [step, …]}` for the next call, with `"on": text` for questions, with `"default": true` for all."""
        script = tuple(step_from_json(step) for step in body["reply"])
        if "on" in body:
            self.by_question[body["on"]] = script
        elif body.get("default"):
            self.default = script
        else:
            self.queue.append(script)


def echo(call: Call) -> tuple[Step, ...]:
    return Say("You said: "), Say(call.question), Finish()


def step_from_json(step: dict[str, Any]) -> Step:
    """`{"say": "Hello"}`, `{"tokens": {"count": 100, "rate": 40}}`, `{"cut": true}`."""
    [(name, value)] = step.items()
    if isinstance(value, dict):
        return STEPS[name](**value)
    return STEPS[name]() if value is True else STEPS[name](value)
