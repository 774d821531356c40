"""What a person reads when a provider failed: what happened, and what to do about it."""

from .errors import ErrorKind
from .providers import OPENAI, openai_base, provider_of

SENTENCES = {
    ErrorKind.UNREACHABLE: "{who} can't be reached. Check that it is running and that its address is right.",
    ErrorKind.UNKNOWN_HOST: "The address of {who} can't be found. Check it, and your connection to the network.",
    ErrorKind.INSECURE: "The connection to {who} isn't secure: its certificate isn't trusted. Check its address.",
    ErrorKind.PRIVATE_ADDRESS: "The address of {who} is in a private network, which isn't allowed here.",
    ErrorKind.KEY_REFUSED: "{who} {needs_key}",
    ErrorKind.UNKNOWN_MODEL: "{who} has no model named “{model}”. Choose another model.",
    ErrorKind.RATE_LIMITED: "{who} gets too many requests right now. Try again {when}.",
    ErrorKind.OUT_OF_CREDIT: "The account at {who} has no credit left. Add some there, or choose another model.",
    ErrorKind.OVERLOADED: "{who} is overloaded. Try again {when}, or choose another model.",
    ErrorKind.PROVIDER_FAILED: "{who} failed to answer. Try again, or choose another model.",
    ErrorKind.CONTEXT_TOO_LONG: "This chat is too long for “{model}”. Start a new chat, or choose another model.",
    ErrorKind.CONTENT_FILTERED: "{who} held the answer back because of its content rules. Try other words.",
    ErrorKind.BAD_REQUEST: "{who} doesn't take this request for “{model}”. Choose another model.",
    ErrorKind.NO_ANSWER: "{who} didn't begin to answer in time. Try again, or choose another model.",
    ErrorKind.STALLED: "{who} stopped in the middle of the answer. Try again.",
    ErrorKind.CUT_OFF: "The answer broke off before its end. Try again.",
    ErrorKind.GARBLED: "{who} sent something that can't be read. Try again, or choose another model.",
    ErrorKind.EMPTY: "{who} sent an empty answer. Try again, or choose another model.",
}


def sentence(kind: ErrorKind, model: str, retry_after: float | None = None) -> str:
    said = SENTENCES[kind].format(
        who=_who(model), model=_short(model), needs_key=_needs_key(model), when=_when(retry_after)
    )
    return said[0].upper() + said[1:]


def _who(model: str) -> str:
    provider = provider_of(model)
    return "the model's server" if provider is OPENAI and openai_base() else provider.label


def _short(model: str) -> str:
    return model.split("/", 1)[-1]


def _needs_key(model: str) -> str:
    provider = provider_of(model)
    keys = " or ".join(provider.keys) or "its key"
    if provider.keys and not provider.has_key:
        return f"needs a key. Set {keys} and restart the app, or choose another model."
    return f"refused the key. Check {keys} and restart the app."


def _when(retry_after: float | None) -> str:
    if retry_after is None or retry_after < 1:
        return "in a moment"
    if retry_after < 120:
        return f"in {round(retry_after)} seconds"
    return f"in {round(retry_after / 60)} minutes"
