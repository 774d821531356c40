"""English that is understood at the first reading: patterns of sentences that have to be read twice aren't used."""

import re
from dataclasses import dataclass

import pytest

from tests.architecture.prose import all_prose, in_catalogue, in_page, in_python, in_script


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern to avoid, what to write instead, and an example that it finds. `begins` asks only for beginnings."""

    pattern: str
    instead: str
    example: str
    begins: bool = False

    def finds(self, text: str) -> bool:
        return bool(re.search(self.pattern, text))


RULES = [
    Rule(r"\b[Aa]new\b", "again, or a new …", "The page is loaded anew."),
    Rule(r"\b[Ii]n (the )?place of\b", "instead of; replaces", "It stands in the place of a number."),
    Rule(r"\b[Oo]f several none\b", "none of several", "Of several none is chosen."),
    Rule(r"\bnothing of (it|them|this|these)\b", "none of it", "And nothing of it gets lost."),
    Rule(r"\b[Ii]n mid-\w", "during; in the middle of", "It stops in mid-answer."),
    Rule(r"\bare the most\b", "at most …", "A hundred characters are the most."),
    Rule(r"\bbeyond all sense\b", "the limit", "Text that is nested beyond all sense."),
    Rule(r"\bput together anew|put together once\b", "built", "Statements are put together once."),
    Rule(r"\bso that\b[^.;:]*\bso that\b", "one reason in a sentence", "It waits so that it reads so that it ends."),
    Rule(r"(?:^|[.:;] )Who (?!is\b|are\b|may\b|did\b|can\b)[a-z]", "people who …", "Who stops begins nothing."),
    Rule(r"^The same\b", "what it is", "The same for the last characters.", begins=True),
    Rule(r"^(What|Whom|Whose|That) (?![^.]*\?)", "a noun, or what it does", "What a viewer lacks.", begins=True),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_an_example_is_found(rule: Rule):
    assert rule.finds(rule.example)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_no_sentence_has_to_be_read_twice(rule: Rule):
    found = [
        f"{prose.place}: {prose.text}"
        for prose in all_prose()
        if (prose.begins or not rule.begins) and rule.finds(prose.text)
    ]
    assert found == [], f"Write instead: {rule.instead}"


def test_prose_is_found_in_all_kinds_of_files():
    assert [(text, begins) for _, text, begins in in_python('"""One."""\nx = 1  # two\n"""Three "four"."""\n')] == [
        ("One.", True),
        ("Three ….", True),
        ("# two", False),
    ]
    assert [text for _, text, _ in in_script("/** One\n * two. */\nx(); // three\n")] == ["One two.", "three"]
    assert [text for _, text, _ in in_page("One\ntwo `x`.\n\n```sh\ncode\n```\n- three\n")] == ["One two ….", "- three"]
    assert [text for _, text, _ in in_catalogue("key = One “two”.\n")] == ["One …."]
