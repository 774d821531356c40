"""Fixtures that several tests share."""

from collections.abc import Iterator

import pytest
from page_in_node import Page


@pytest.fixture
def page() -> Iterator[Page]:
    page = Page()
    assert page.asked() == [["s", 0, {}]]
    yield page
    page.close()
