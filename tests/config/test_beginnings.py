"""An installation's own suggestions for a new chat."""

import json

import pytest

from chat_stream.beginning_settings import read_beginnings


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("", {}),
        ("  ", {}),
        ("[]", {"*": []}),
        ('["Write a letter", "Schreibe einen Brief"]', {"*": ["Write a letter", "Schreibe einen Brief"]}),
        ('{"en": ["Write, please"], "de": ["Schreibe"]}', {"en": ["Write, please"], "de": ["Schreibe"]}),
        ('{"de": [], "*": ["Write"]}', {"de": [], "*": ["Write"]}),
        ("{}", {}),
    ],
)
def test_they_are_texts_for_all_or_by_language(said: str, meant: dict[str, list[str]]):
    assert read_beginnings(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        *("Write a letter", '"Write"', "1", "null", '[""]', '[" "]', "[1]", '{"fr": ["Écris"]}', '{"en": "Write"}'),
        *("[", json.dumps(["a" * 201]), json.dumps(["a"] * 9)),
    ],
)
def test_anything_else_is_refused_with_an_example(said: str):
    with pytest.raises(ValueError, match="Write a letter"):
        read_beginnings(said)
