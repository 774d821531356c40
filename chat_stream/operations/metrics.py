"""A worker's metrics, for Prometheus.

States (how many generations run, how long the journal waits) are read from the worker's parts at each scrape; events
are reported by the parts as they happen. The parts don't know Prometheus: they only get functions to call.
"""

from collections.abc import Callable, Sequence
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from chat_stream.streaming import (
    AttemptFollow,
    ChatFollow,
    Delta,
    Grew,
    Hub,
    Journal,
    ListFollow,
    Progress,
    Reconciler,
    RedisHub,
)

SHORT = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)
"""Histogram buckets for transactions, in seconds."""
LONG = (0.1, 0.25, 0.5, 1, 2, 3, 5, 8, 13, 20, 30)
"""Histogram buckets for the wait for the first word, in seconds."""

VIEWERS = {"chat": ChatFollow, "list": ListFollow, "program": AttemptFollow}
"""The kinds of follows: tabs follow a chat and a list of chats, programs follow an answer."""


class Metrics:
    """The metrics of one worker, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._generations = self._counter("generations", "Generations that ended here, by how", "outcome")
        self._calls = self._counter("provider_calls", "Calls to providers, by how they ended", "model", "outcome")
        self._first_token = self._histogram("first_token_seconds", "From a call to its first token", LONG, "model")
        self._deltas = self._counter("deltas_sent", "Deltas that were given to viewers")
        self._bytes = self._counter("text_sent_bytes", "Bytes of text that were given to viewers")
        self._commits = self._histogram("commit_seconds", "Transactions of the journal", SHORT)

        self._hub_sends = self._histogram("hub_send_seconds", "Round trips to Redis, each with many notices", SHORT)

    def text(self) -> bytes:
        """All metrics in Prometheus' text format."""
        return generate_latest(self.registry)

    def generation_ended(self, outcome: str) -> None:
        self._generations.labels(outcome).inc()

    def call_began_to_answer(self, model: str, seconds: float) -> None:
        self._first_token.labels(model).observe(seconds)

    def call_ended(self, model: str, outcome: str) -> None:
        self._calls.labels(model, outcome).inc()

    def committed(self, seconds: float) -> None:
        self._commits.observe(seconds)

    def hub_sent(self, seconds: float) -> None:
        self._hub_sends.observe(seconds)

    def sent(self, batch: Sequence[Any]) -> None:
        """Counts the updates that one viewer was sent."""
        for delta in _deltas(batch):
            self._deltas.inc()
            self._bytes.inc(len(delta.text.encode()))

    def read_journal(self, journal: Journal) -> None:
        """Reads the journal's lag and queue at each scrape."""
        self._state("journal_lag_seconds", "Age of the oldest text that isn't committed", lambda: journal.lag)
        self._state("journal_waiting_characters", "Characters that wait to be committed", lambda: journal.waiting)
        self._state("journal_failed_tries", "Failed transactions since the last good one", lambda: journal.failures)

    def read_viewers(self, reconciler: Reconciler) -> None:
        """Reads the number of follows at each scrape."""
        gauge = Gauge("chat_stream_viewers", "Follows that are open here", ["kind"], registry=self.registry)
        for name, kind in VIEWERS.items():
            gauge.labels(name).set_function(lambda kind=kind: reconciler.count(kind))

    def read_hub(self, hub: Hub) -> None:
        """Reads what waits for the hub and what it dropped, at each scrape. Without Redis both are zero."""
        self._state("hub_subscriptions", "Subscriptions of follows and live copies", lambda: len(hub))
        shared = hub if isinstance(hub, RedisHub) else None
        self._state("hub_waiting_bytes", "Bytes that wait for Redis", lambda: shared.waiting if shared else 0)
        self._state("hub_dropped", "Notices that were too many for Redis", lambda: shared.dropped if shared else 0)
        self._state("hub_losses", "How often Redis was lost", lambda: shared.losses if shared else 0)

    def read(self, name: str, meaning: str, state: Callable[[], float]) -> None:
        """Reads any other state at each scrape."""
        self._state(name, meaning, state)

    def _counter(self, name: str, meaning: str, *labels: str) -> Counter:
        return Counter(f"chat_stream_{name}", meaning, labels, registry=self.registry)

    def _histogram(self, name: str, meaning: str, buckets: Sequence[float], *labels: str) -> Histogram:
        return Histogram(f"chat_stream_{name}", meaning, labels, buckets=buckets, registry=self.registry)

    def _state(self, name: str, meaning: str, state: Callable[[], float]) -> None:
        Gauge(f"chat_stream_{name}", meaning, registry=self.registry).set_function(state)


def _deltas(batch: Sequence[Any]) -> list[Delta]:
    grown = [update.delta for update in batch if isinstance(update, Grew)]
    read = [delta for update in batch if isinstance(update, Progress) for delta in update.deltas]
    return [*grown, *read]
