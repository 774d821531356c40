"""Refused parts of requests: fields that a server doesn't know, values that it doesn't accept, a system prompt.

Servers refuse in many words, before they do any work. They are asked again without the refused thing, once for each,
and what they then accept is remembered for the connection: one address, key and model, in this process.
"""

import re
from collections import OrderedDict
from collections.abc import Sequence

from chat_stream.llm.catalogue.addresses import openai_base
from chat_stream.llm.litellm.options import LENGTHS, SYSTEM, values_of
from chat_stream.llm.provider_words import all_words, first_status
from chat_stream.llm.request import Request

MOST_CONNECTIONS = 1000
MOST_VALUES = 100
"""The most values that are remembered for one connection."""
NEAR = 100
"""The most characters between a field's name and the word that refuses it."""

REFUSING = frozenset({None, 400, 404, 405, 406, 415, 422, 500, 501})
"""Statuses of refusals. None stands for an error in an answer that began well."""
UNNAMING = frozenset({None, 400, 422})
"""Statuses of refusals that don't name what is refused."""

NO = re.compile(
    r"unsupported|support|unrecogni[sz]ed|unknown|unexpected|\bextra|permitted|allow|forbidden|invalid|implemented"
    r"|deprecated|no longer|(can|does|do|is|are) ?n[o']t|cannot|\b(must|should|only)\b|accept|available"
    r"|removed|incompatible|too (large|high|big|small|low)|out of range|at most|at least|exceed|(less|greater) than"
    r"|between \S+ and|wrong type|unprocessable",
    re.IGNORECASE,
)
UNNAMED = re.compile(
    r"(extra|additional|unknown|unrecogni[sz]ed|unexpected|unsupported) "
    r"(input|field|propert|param|argument|key|option)",
    re.IGNORECASE,
)
NO_SYSTEM = re.compile(
    r"(system|developer)\W{0,3}(role|message|instruction|prompt|turn)s?\b.{0,60}"
    r"(\bno[tn]?\b|n't|unsupported|invalid|unexpected|unknown)"
    r"|(role|messages?\W?0?\W).{0,80}\b(system|developer)\b.{0,60}(\bnot\b|n't|unsupported|invalid|unexpected|unknown)"
    r"|(no|not|n't|unsupported|unexpected|invalid|unknown)\b.{0,60}"
    r"(role\W{0,4}(system|developer)|(system|developer)\W{0,3}(role|message|instruction|prompt|turn))"
    r"|roles?\b.{0,40}\bmust.{0,20}alternate|only.{0,30}user.{0,20}assistant|input should be .user. or .assistant."
    r"|(first|start|begin)\w*\b.{0,60}\buser\b",
    re.IGNORECASE | re.DOTALL,
)


def refused_by(failure: BaseException, request: Request, refused: frozenset[str]) -> frozenset[str]:
    """Further parts of the request that this failure refuses; empty if it is about something else."""
    status = first_status(failure)
    if status not in REFUSING:
        return frozenset()
    words, left = all_words(failure), values_of(request).keys() - refused
    named = {name for name in left if name != SYSTEM and _is_refused(name, words)}
    if named.issuperset(LENGTHS):  # the first is refused, the other one is recommended
        named.discard(max(LENGTHS, key=words.find))
    if named:
        return frozenset(named)
    if SYSTEM in left and NO_SYSTEM.search(words):
        return frozenset((SYSTEM,))
    is_unnamed = status in UNNAMING and UNNAMED.search(words)
    return frozenset(left) - {SYSTEM} if is_unnamed else frozenset()


def _is_refused(name: str, words: str) -> bool:
    """Whether a word of refusal is near the name."""
    for found in re.finditer(rf"(?<!\w){name}(?!\w)", words):
        before, after = words[max(0, found.start() - NEAR) : found.start()], words[found.end() : found.end() + NEAR]
        if NO.search(before) or NO.search(after):
            return True
    return False


class Refusals:
    """The refused parts of each connection: fields with their values, because another value may be accepted."""

    def __init__(self) -> None:
        self._by_connection: OrderedDict[Sequence[object], set[tuple[str, object]]] = OrderedDict()

    def of(self, request: Request) -> frozenset[str]:
        known = self._by_connection.get(_connection(request), set())
        return frozenset(name for name, value in values_of(request).items() if (name, value) in known)

    def remember(self, request: Request, refused: frozenset[str]) -> None:
        """Records that the server accepted the request without these."""
        if not refused:
            return
        known = self._by_connection.setdefault(_connection(request), set())
        if len(known) > MOST_VALUES:
            known.clear()
        known.update((name, value) for name, value in values_of(request).items() if name in refused)
        if len(self._by_connection) > MOST_CONNECTIONS:
            self._by_connection.popitem(last=False)


def _connection(request: Request) -> Sequence[object]:
    own = request.credentials
    return (own.address, hash(own.key), request.model) if own else (openai_base(), request.model)
