"""Every text is there in every language, says the same, and is said somewhere."""

from functools import cache

import pytest

from chat_stream.texts import DEFAULT, LANGUAGES, Text, catalogue, language_of
from chat_stream.texts.catalogue import FOLDER
from tests.texts.sources import QUOTED, SAID, catalogue_of, messages_of, references_in, scripts, values_of

OTHERS = sorted(set(LANGUAGES) - {DEFAULT})
ENGLISH = catalogue_of(DEFAULT)
PLACES = sorted(file.name.removesuffix(f".{DEFAULT}.ftl") for file in FOLDER.glob(f"*.{DEFAULT}.ftl"))


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("place", PLACES)
def test_a_place_has_the_same_texts_in_each_language_in_the_same_order(place: str, language: str):
    assert said_in(place, language) == said_in(place, DEFAULT)


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_is_said_with_the_same_values_in_each_language(language: str):
    theirs = catalogue_of(language)
    differing = [key for key in ENGLISH if key in theirs and values_of(key, theirs) != values_of(key, ENGLISH)]
    assert differing == []


def said_in(place: str, language: str) -> list[str]:
    """Without what is only within other texts: a language with cases has more of it."""
    messages = catalogue_of(language)
    within = references_in(messages) - said()
    return [key for key in messages_of(FOLDER / f"{place}.{language}.ftl") if key not in within]


def test_no_key_is_in_two_places():
    keys = [key for place in PLACES for key in messages_of(FOLDER / f"{place}.{DEFAULT}.ftl")]
    assert sorted(keys) == sorted(set(keys))


def test_what_is_said_is_in_the_catalogue():
    unknown = [(script.name, key) for script in scripts() for key in SAID.findall(script.read_text())]
    assert [(name, key) for name, key in unknown if key not in ENGLISH] == []


def test_what_is_in_the_catalogue_is_said():
    assert sorted(set(ENGLISH) - said() - references_in(ENGLISH)) == []


@cache
def said() -> frozenset[str]:
    return frozenset(key for script in scripts() for key in QUOTED.findall(script.read_text()))


def test_german_says_du_and_quotes_as_germans_do():
    for key in catalogue_of("de"):
        words = catalogue("de").say(key, {})
        assert "“" not in words or "„" in words, key
        assert '"' not in words, key
        assert "..." not in words, key


@pytest.mark.parametrize(
    ("accepted", "chosen", "spoken"),
    [
        ("de-AT,de;q=0.9,en;q=0.8", "", "de"),
        ("en;q=0.5, de", "", "de"),
        ("fr, es;q=0.9", "", "en"),
        ("de;q=0, en;q=0.1", "", "en"),
        ("de", "en", "en"),
        ("de", "tlh", "de"),
        ("", "", "en"),
        (";;q=x,,", "", "en"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_browsers(accepted: str, chosen: str, spoken: str):
    assert language_of(accepted, chosen) == spoken


def test_a_text_on_its_way_to_the_page_is_a_key_and_values():
    text = Text("invitation-title", team="Ünïcode „Team“")
    assert text.said == '["invitation-title",{"team":"Ünïcode „Team“"}]'
    assert text.sentence == "Join Ünïcode „Team“"
    assert text.in_language("de") == "Ünïcode „Team“ beitreten"
