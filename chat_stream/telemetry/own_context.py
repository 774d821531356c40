"""Contexts for tasks that belong to no request but can be found by its id."""

from contextvars import Context

import structlog

from chat_stream.telemetry.tracing import carry_trace


def own_context(**ids: str) -> Context:
    """A context with only the log ids and the trace of the current one. `ids` are added to the log lines."""
    context = Context()
    context.run(structlog.contextvars.bind_contextvars, **structlog.contextvars.get_contextvars(), **ids)
    carry_trace(context)
    return context
