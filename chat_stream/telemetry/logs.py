"""The log: one line for each event on standard error, formatted for a person in a terminal or as JSON for a machine.

Invariant: it contains ids, names and numbers. What people write, what models answer, keys, tokens and email addresses
are never passed to it. `without_secrets` is a safety net for the messages of other libraries' exceptions.
"""

import logging
import sys
from typing import Literal, TextIO

import structlog
from structlog.typing import Processor

from chat_stream.telemetry.secrets import without_secrets

LogFormat = Literal["json", "console"]


def configure_logs(wanted: LogFormat | None = None, to: TextIO | None = None) -> None:
    """Configures all logging: JSON, unless there is a terminal or the format is given."""
    stream = to or sys.stderr
    log_format = wanted or ("console" if stream.isatty() else "json")
    shared = _shared()
    structlog.configure(
        processors=[*shared, *_rendered(log_format)],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(stream),
    )
    _configure_libraries(shared, log_format, stream)


def _shared() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _rendered(log_format: LogFormat) -> list[Processor]:
    """The last processors. Tracebacks show no values of variables, because those contain what people wrote."""
    traceback = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
    if log_format == "json":
        formatted = structlog.processors.ExceptionRenderer(traceback)
        return [formatted, without_secrets, structlog.processors.JSONRenderer()]
    plain = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    return [structlog.processors.format_exc_info, without_secrets, plain]


def _configure_libraries(shared: list[Processor], log_format: LogFormat, to: TextIO) -> None:
    """Gives the log lines of libraries the same form. Reflex and granian have handlers of their own."""
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*shared, structlog.stdlib.add_logger_name],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_rendered(log_format)],
    )
    handler = logging.StreamHandler(to)
    handler.setFormatter(formatter)
    handler.setLevel(logging.WARNING)
    logging.getLogger().handlers = [handler]
