"""The device of a session, as its owner reads it."""

import pytest

from chat_stream.accounts import device_of

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0"


@pytest.mark.parametrize(
    ("user_agent", "english", "german"),
    [
        (FIREFOX, "Firefox on Linux", "Firefox unter Linux"),
        (EDGE, "Edge on Windows", "Edge unter Windows"),
        ("curl/8.5 (Android)", "A browser on Android", "Ein Browser unter Android"),
        ("", "A browser", "Ein Browser"),
    ],
)
def test_a_device_is_named_in_its_readers_language(user_agent: str, english: str, german: str):
    device = device_of(user_agent)
    assert (device.sentence, device.in_language("de")) == (english, german)
