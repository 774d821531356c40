"""From a seed to a plan: what is asked, who watches, and which faults strike when."""

import random
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    IN_PROCESS = "in process"
    SOCKETS = "sockets"
    TABS = "tabs"
    CLUSTER = "cluster"


class Fault(StrEnum):
    VIEWER_CUT = "a viewer's connection is cut"
    VIEWER_FROZEN = "a viewer stops reading"
    VIEWER_SLOW = "a viewer reads slowly"
    PROVIDER_CUT = "the provider's connection is cut"
    PROVIDER_ERROR = "the provider reports an error"
    PROVIDER_STALL = "the provider stalls"
    DATABASE_LOCKED = "the database is locked"
    KILLED = "the server is killed"
    TERMINATED = "the server is stopped"
    SUSPENDED = "the server is suspended"
    SENT_TWICE = "a message is sent twice"
    STOPPED = "Stop"
    RETRIED = "Retry"
    DELTA_DROPPED = "a delta is dropped"
    LAST_DELTA_DROPPED = "the last delta is dropped"
    ENDING_DROPPED = "the terminal notice is dropped"
    ACKNOWLEDGEMENT_LOST = "a commit's acknowledgement is lost"
    LEASE_TAKEN = "another worker takes the lease"
    WRITER_KILLED = "the worker that writes is killed"
    WATCHER_KILLED = "the worker that doesn't write is killed"
    WRITER_SUSPENDED = "the worker that writes is suspended past its lease"
    REDIS_KILLED = "Redis is killed"
    REDIS_PAUSED = "Redis is suspended"
    REDIS_FLUSHED = "Redis is flushed before the last delta"
    POSTGRESQL_RESTARTED = "PostgreSQL is restarted"


JUST_BEFORE_THE_END = 0.985
OF_PROVIDER = (Fault.PROVIDER_CUT, Fault.PROVIDER_ERROR, Fault.PROVIDER_STALL)
ENDING = (
    *(Fault.PROVIDER_CUT, Fault.PROVIDER_ERROR, Fault.KILLED, Fault.TERMINATED, Fault.STOPPED, Fault.LEASE_TAKEN),
    *(Fault.WRITER_KILLED, Fault.WATCHER_KILLED, Fault.WRITER_SUSPENDED),
)
"""Faults after which an attempt may have only the beginning of the text."""
OF_SEVERAL_WORKERS = (
    *(Fault.WRITER_KILLED, Fault.WATCHER_KILLED, Fault.WRITER_SUSPENDED, Fault.REDIS_KILLED, Fault.REDIS_PAUSED),
    *(Fault.REDIS_FLUSHED, Fault.POSTGRESQL_RESTARTED),
)
_EVERYWHERE = (
    *(Fault.VIEWER_CUT, Fault.VIEWER_FROZEN, Fault.PROVIDER_STALL, Fault.DATABASE_LOCKED, Fault.SUSPENDED),
    *(Fault.SENT_TWICE, Fault.RETRIED),
)
_OF_ONE_WORKER = (Fault.DATABASE_LOCKED, Fault.SUSPENDED)
_HARMLESS = {
    Kind.IN_PROCESS: (
        *(*_EVERYWHERE, Fault.DELTA_DROPPED, Fault.LAST_DELTA_DROPPED, Fault.ENDING_DROPPED),
        Fault.ACKNOWLEDGEMENT_LOST,
    ),
    Kind.SOCKETS: (*_EVERYWHERE, Fault.VIEWER_SLOW),
    Kind.TABS: (*_EVERYWHERE, Fault.VIEWER_SLOW),
    Kind.CLUSTER: (*(fault for fault in _EVERYWHERE if fault not in _OF_ONE_WORKER), Fault.VIEWER_SLOW),
}
_ENDINGS = {
    Kind.IN_PROCESS: tuple(fault for fault in ENDING if fault not in OF_SEVERAL_WORKERS),
    Kind.CLUSTER: (Fault.PROVIDER_CUT, Fault.PROVIDER_ERROR, Fault.STOPPED),
}
"""Of the other kinds: what one process has, without the lease that another worker takes."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A fault that strikes when the provider has said this share of its first answer to a question."""

    fault: Fault
    question: int
    at: float
    viewer: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Question:
    """A question that is asked after `pause` seconds, and the pace of its answer: `pieces` at `rate` a second."""

    pieces: int
    rate: float
    pause: float
    has_reasoning: bool


@dataclass(frozen=True, slots=True)
class Plan:
    seed: int
    kind: Kind
    questions: tuple[Question, ...]
    viewers: int
    faults: tuple[Planned, ...]

    def provider_fault(self, question: int) -> Planned | None:
        planned = [each for each in self.faults if each.fault in OF_PROVIDER and each.question == question]
        return planned[0] if planned else None


def plan_of(seed: int, kind: Kind) -> Plan:
    choose = random.Random(f"{seed} {kind}")
    questions = tuple(_question(choose, kind, is_first=number == 0) for number in range(choose.choice((1, 1, 2, 3))))
    viewers = choose.randint(2, 5)
    faults = [_fault(choose, _HARMLESS[kind], len(questions), viewers) for _ in range(choose.randint(1, 4))]
    if kind is Kind.CLUSTER:
        faults.append(_fault(choose, OF_SEVERAL_WORKERS, len(questions), viewers))
    if choose.random() < 0.5:
        faults.append(_fault(choose, _endings(kind), len(questions), viewers))
    return Plan(seed, kind, questions, viewers, tuple(faults))


def _question(choose: random.Random, kind: Kind, *, is_first: bool) -> Question:
    is_inside = kind is Kind.IN_PROCESS
    pieces, rates = ((60, 300), (150, 400, 1000)) if is_inside else ((200, 600), (100, 200, 400))
    pause = 0.0 if is_first else choose.uniform(0, 0.5)
    return Question(choose.randint(*pieces), choose.choice(rates), pause, choose.random() < 0.3)


def _endings(kind: Kind) -> tuple[Fault, ...]:
    in_one_process = tuple(fault for fault in _ENDINGS[Kind.IN_PROCESS] if fault is not Fault.LEASE_TAKEN)
    return _ENDINGS.get(kind, in_one_process)


def _fault(choose: random.Random, among: tuple[Fault, ...], questions: int, viewers: int) -> Planned:
    fault = choose.choice(among)
    seconds = choose.uniform(1, 3) if fault is Fault.SUSPENDED else choose.uniform(0.1, 2)
    question, at = choose.randrange(questions), choose.uniform(0.05, 0.95)
    at = JUST_BEFORE_THE_END if fault is Fault.REDIS_FLUSHED else at
    return Planned(fault, question, at, choose.randrange(viewers), seconds)
