"""The version stands in one place, and what is published agrees with it."""

import re

from chat_stream import __version__
from chat_stream.api.openapi import DOCUMENT
from tests.support.site import PROJECT

CHANGELOG = (PROJECT / "CHANGELOG.md").read_text()
HEADING = re.compile(r"^## (\d+\.\d+\.\d+) – (\d{4}-\d{2}-\d{2})$", re.MULTILINE)


def test_the_newest_release_in_the_changelog_is_this_version_or_there_is_none_yet():
    released = [version for version, _ in HEADING.findall(CHANGELOG)]
    assert released[:1] in ([], [__version__])
    headings = re.findall(r"^## (.*)$", CHANGELOG, re.MULTILINE)
    assert len(headings) - len(released) <= 1, "each section but Unreleased has a version and a date"


def test_the_description_of_the_http_interface_has_the_version():
    assert DOCUMENT["info"]["version"] == __version__
