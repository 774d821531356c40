"""Traces with OpenTelemetry, from a click to the provider. Off unless `OTEL_EXPORTER_OTLP_ENDPOINT` is set.

While it is off, this imports nothing of OpenTelemetry (the Redis client does, for itself) and a span costs one
comparison. The variables that OpenTelemetry itself defines (headers, sampling, the service's name) work as they are
documented there.
"""

import importlib
from collections.abc import Callable, Coroutine, Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import Context
from functools import wraps
from typing import Any, ParamSpec, TypeVar

SERVICE = "chat_stream"

Given = ParamSpec("Given")
Result = TypeVar("Result")
UseCase = Callable[Given, Coroutine[Any, Any, Result]]

_tracer: Any = None


def start_tracing() -> Any:
    """Starts to send spans to where OpenTelemetry's variables say. Returns the tracer provider."""
    global _tracer
    sdk = importlib.import_module("opentelemetry.sdk.trace")
    export = importlib.import_module("opentelemetry.sdk.trace.export")
    otlp = importlib.import_module("opentelemetry.exporter.otlp.proto.http.trace_exporter")
    resources = importlib.import_module("opentelemetry.sdk.resources")
    # `OTEL_SERVICE_NAME` and `OTEL_RESOURCE_ATTRIBUTES` take precedence over the name given here.
    named = resources.Resource({"service.name": SERVICE}).merge(resources.OTELResourceDetector().detect())
    provider = sdk.TracerProvider(resource=resources.Resource.create().merge(named))
    provider.add_span_processor(export.BatchSpanProcessor(otlp.OTLPSpanExporter()))
    _tracer = provider.get_tracer(SERVICE)
    return provider


def stop_tracing(provider: Any) -> None:
    """Sends the remaining spans. Blocks for some seconds at most."""
    global _tracer
    _tracer = None
    provider.shutdown()


def span(name: str, **attributes: str) -> AbstractContextManager[None]:
    """Makes the block a step of the trace. Steps inside of it are its parts."""
    return _current_span(name, attributes) if _tracer else nullcontext()


def traced(name: str) -> Callable[[UseCase[Given, Result]], UseCase[Given, Result]]:
    """Decorates a use case: each call becomes a step of the trace."""

    def decorate(use_case: UseCase[Given, Result]) -> UseCase[Given, Result]:
        @wraps(use_case)
        async def step(*args: Given.args, **kwargs: Given.kwargs) -> Result:
            with span(name):
                return await use_case(*args, **kwargs)

        return step

    return decorate


def call_span(name: str, **attributes: str) -> AbstractContextManager[None]:
    """A step for a block that yields: it isn't the parent of what its caller does meanwhile."""
    return _detached_span(name, attributes) if _tracer else nullcontext()


def carry_trace(into: Context) -> None:
    """Makes what runs in that context part of the current step."""
    if _tracer:
        api = importlib.import_module("opentelemetry.context")
        into.run(api.attach, api.get_current())


@contextmanager
def _current_span(name: str, attributes: dict[str, str]) -> Generator[None]:
    # An exception's message can contain what people wrote, so only its kind is recorded.
    started = _tracer.start_as_current_span(name, attributes=attributes, record_exception=False)
    with started as current, _failure_noted(current):
        yield


@contextmanager
def _detached_span(name: str, attributes: dict[str, str]) -> Generator[None]:
    started = _tracer.start_span(name, attributes=attributes, record_exception=False)
    try:
        with _failure_noted(started):
            yield
    finally:
        started.end()


@contextmanager
def _failure_noted(current: Any) -> Generator[None]:
    try:
        yield
    except Exception as error:
        current.set_attribute("error.type", type(error).__name__)
        raise
