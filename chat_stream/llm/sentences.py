"""Sentences about failed providers for people: what happened, and what to do about it."""

from chat_stream.llm.catalogue.addresses import openai_base
from chat_stream.llm.catalogue.providers import OPENAI, Provider, provider_of
from chat_stream.llm.credentials import Credentials
from chat_stream.llm.errors import ErrorKind
from chat_stream.texts import Text

KEYS = {
    ErrorKind.UNREACHABLE: "failure-unreachable",
    ErrorKind.UNKNOWN_HOST: "failure-unknown-host",
    ErrorKind.INSECURE: "failure-insecure",
    ErrorKind.PRIVATE_ADDRESS: "failure-private-address",
    ErrorKind.KEY_REFUSED: "failure-key-refused",
    ErrorKind.UNKNOWN_MODEL: "failure-unknown-model",
    ErrorKind.RATE_LIMITED: "failure-rate-limited",
    ErrorKind.OUT_OF_CREDIT: "failure-out-of-credit",
    ErrorKind.OVERLOADED: "failure-overloaded",
    ErrorKind.PROVIDER_FAILED: "failure-provider-failed",
    ErrorKind.CONTEXT_TOO_LONG: "failure-context-too-long",
    ErrorKind.CONTENT_FILTERED: "failure-content-filtered",
    ErrorKind.BAD_REQUEST: "failure-bad-request",
    ErrorKind.NO_ANSWER: "failure-no-answer",
    ErrorKind.STALLED: "failure-stalled",
    ErrorKind.CUT_OFF: "failure-cut-off",
    ErrorKind.GARBLED: "failure-garbled",
    ErrorKind.EMPTY: "failure-empty",
    ErrorKind.REFUSED: "failure-refused",
    ErrorKind.TOOL_ASKED: "failure-tool-asked",
    ErrorKind.NOT_SHOWN: "failure-not-shown",
    ErrorKind.NO_MODEL: "failure-no-model",
    ErrorKind.BEHIND_PROXY: "failure-behind-proxy",
}
NEEDS_KEY = "failure-needs-key"
OWN_KEY_REFUSED = "failure-own-key-refused"
NAMES_MODEL = (ErrorKind.UNKNOWN_MODEL, ErrorKind.CONTEXT_TOO_LONG, ErrorKind.BAD_REQUEST)
NAMES_WAIT = (ErrorKind.RATE_LIMITED, ErrorKind.OVERLOADED, ErrorKind.BEHIND_PROXY)

Values = dict[str, str | int]


def sentence(kind: ErrorKind, model: str, retry_after: float | None = None, *, own: Credentials | None = None) -> Text:
    provider = provider_of(model)
    values = _who(provider, own)
    if kind in NAMES_MODEL:
        values["model"] = model.split("/", 1)[-1]
    if kind in NAMES_WAIT:
        values |= _wait(retry_after)
    if kind is not ErrorKind.KEY_REFUSED:
        return Text(KEYS[kind], **values)
    if own:
        return Text(OWN_KEY_REFUSED, **values)
    is_missing = provider.keys and not provider.has_key
    return Text(NEEDS_KEY if is_missing else KEYS[kind], **values, **_keys(provider))


def _who(provider: Provider, own: Credentials | None) -> Values:
    is_own_server = own.address if own else provider is OPENAI and openai_base()
    return {"provider": "own-server" if is_own_server else provider.label}


def _keys(provider: Provider) -> Values:
    """The number and names of the variables that a provider's key can be in."""
    names = dict(zip(("key", "other_key"), provider.keys, strict=False))
    return {"keys": len(provider.keys), **names}


def _wait(retry_after: float | None) -> Values:
    if retry_after is None or retry_after < 1:
        return {"wait": "moment", "amount": 0}
    if retry_after < 120:
        return {"wait": "seconds", "amount": round(retry_after)}
    return {"wait": "minutes", "amount": round(retry_after / 60)}
