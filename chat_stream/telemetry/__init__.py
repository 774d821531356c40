"""A worker's reports about itself while it works: its log and its traces.

Names, ids and numbers come in. No text of a chat, no key, no token and no mail address ever enters here.
"""

from chat_stream.telemetry.logs import LogFormat, configure_logs
from chat_stream.telemetry.own_context import own_context
from chat_stream.telemetry.tracing import call_span, span, start_tracing, stop_tracing, traced

__all__ = ["LogFormat", "call_span", "configure_logs", "own_context", "span", "start_tracing", "stop_tracing", "traced"]
