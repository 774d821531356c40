"""The errors of calls to providers."""

from enum import StrEnum

from chat_stream.texts import Spoken, Text


class ErrorKind(StrEnum):
    """A short, stable code that is stored with a failed attempt."""

    UNREACHABLE = "unreachable"
    UNKNOWN_HOST = "unknown_host"
    INSECURE = "insecure"
    PRIVATE_ADDRESS = "private_address"
    KEY_REFUSED = "key_refused"
    UNKNOWN_MODEL = "unknown_model"
    RATE_LIMITED = "rate_limited"
    OUT_OF_CREDIT = "out_of_credit"
    OVERLOADED = "overloaded"
    PROVIDER_FAILED = "provider_failed"
    CONTEXT_TOO_LONG = "context_too_long"
    CONTENT_FILTERED = "content_filtered"
    BAD_REQUEST = "bad_request"
    NO_ANSWER = "no_answer"
    STALLED = "stalled"
    CUT_OFF = "cut_off"
    GARBLED = "garbled"
    EMPTY = "empty"
    REFUSED = "refused"
    TOOL_ASKED = "tool_asked"
    NOT_SHOWN = "not_shown"
    NO_MODEL = "no_model"
    BEHIND_PROXY = "behind_proxy"


UNSERVED = frozenset({ErrorKind.UNREACHABLE, ErrorKind.UNKNOWN_HOST, ErrorKind.RATE_LIMITED, ErrorKind.OVERLOADED})
"""Errors that mean that the provider didn't process the request, but may do so in a moment. After any other error it
may have processed the request, at a price."""


class ProviderError(Spoken):
    """A generation failed at its provider.

    The text tells a person what happened and what to do. It contains nothing that the provider wrote, no key and no
    trace. `words` are the provider's own: plain text without keys, as untrusted as any other, shown only to whoever
    asked. `retry_after` is in seconds, if the provider named a time. `is_transient` says that the request wasn't
    processed and may succeed in a moment, so that it can be repeated automatically; a person can always retry. `detail`
    is for the operator's log: types, statuses and places of the exceptions, but not their messages.
    """

    def __init__(
        self,
        kind: ErrorKind,
        text: Text,
        *,
        retry_after: float | None = None,
        detail: str = "",
        may_have_been_served: bool = False,
        words: str = "",
    ) -> None:
        super().__init__(text)
        self.kind = kind
        self.retry_after = retry_after
        self.detail = detail
        self.may_have_been_served = may_have_been_served
        self.words = words

    @property
    def is_transient(self) -> bool:
        return self.kind in UNSERVED and not self.may_have_been_served
