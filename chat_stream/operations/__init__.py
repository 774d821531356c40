"""The operators' view of a worker: whether it is ready, and its metrics.

The worker's parts come in, facts about them go out. No HTTP request and no page enters here.
"""

from chat_stream.operations.cleanup import Cleanup
from chat_stream.operations.metrics import Metrics
from chat_stream.operations.observed import observed
from chat_stream.operations.readiness import Check, NotReady, Readiness
from chat_stream.operations.running import Generations, RunningGeneration
from chat_stream.operations.schema import SchemaVersion
from chat_stream.operations.watched import Watched

__all__ = [
    "Check",
    "Cleanup",
    "Generations",
    "Metrics",
    "NotReady",
    "Readiness",
    "RunningGeneration",
    "SchemaVersion",
    "Watched",
    "observed",
]
