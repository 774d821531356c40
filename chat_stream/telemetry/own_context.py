"""The context of a task that belongs to nobody's request, and yet is to be found by its id."""

from contextvars import Context

import structlog

from chat_stream.telemetry.tracing import carry_trace


def own_context(**ids: str) -> Context:
    """A context with nothing of the current one but its log lines' ids and its trace; `ids` are added to them."""
    context = Context()
    context.run(structlog.contextvars.bind_contextvars, **structlog.contextvars.get_contextvars(), **ids)
    carry_trace(context)
    return context
