"""An OpenTelemetry collector on a loopback port, which keeps the spans that it is sent."""

import gzip
from dataclasses import dataclass
from typing import Any, Self

from aiohttp import web
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest


@dataclass(frozen=True)
class Span:
    name: str
    id: bytes
    parent: bytes
    trace: bytes
    attributes: dict[str, str]


class Collector:
    """Serves while entered; `url` is what `OTEL_EXPORTER_OTLP_ENDPOINT` takes."""

    def __init__(self) -> None:
        self.url = ""
        self.spans: list[Span] = []
        self.services: set[str] = set()
        app = web.Application()
        app.router.add_post("/v1/traces", self._take)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)

    def named(self, name: str) -> list[Span]:
        return [span for span in self.spans if name in span.name]

    def ancestors(self, span: Span) -> list[str]:
        """The names of a span and of everything that it is a part of, itself first."""
        by_id = {other.id: other for other in self.spans}
        names = [span.name]
        while span.parent in by_id:
            span = by_id[span.parent]
            names.append(span.name)
        return names

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        body = await request.read()
        if body[:2] == b"\x1f\x8b":
            body = gzip.decompress(body)
        sent: Any = ExportTraceServiceRequest.FromString(body)
        for resource in sent.resource_spans:
            self.services |= {
                attribute.value.string_value
                for attribute in resource.resource.attributes
                if attribute.key == "service.name"
            }
            for scope in resource.scope_spans:
                self.spans += [_span(span) for span in scope.spans]
        return web.Response()


def _span(span: Any) -> Span:
    attributes = {attribute.key: attribute.value.string_value for attribute in span.attributes}
    return Span(span.name, span.span_id, span.parent_span_id, span.trace_id, attributes)
