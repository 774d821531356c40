"""The address that a request counts for: a client's own claims change nothing."""

from ipaddress import ip_network

import pytest

from chat_stream.config import Settings
from chat_stream.server import client_address

PROXIES = (ip_network("10.0.0.0/8"), ip_network("fd00::/8"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "counted"),
    [
        ("203.0.113.5", [], "203.0.113.5"),
        ("203.0.113.5", ["198.51.100.1"], "203.0.113.5"),  # a stranger claims to be somebody
        ("10.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["1.1.1.1, 198.51.100.1"], "198.51.100.1"),  # a stranger behind the proxy claims to be somebody
        ("10.0.0.1", ["1.1.1.1", "198.51.100.1, 10.0.0.2"], "198.51.100.1"),  # two proxies, two headers
        ("10.0.0.1", ["unknown"], "10.0.0.1"),
        ("10.0.0.1", ["198.51.100.1, ' OR 1=1"], "10.0.0.1"),
        ("10.0.0.1", [""], "10.0.0.1"),
        ("::ffff:203.0.113.5", [], "203.0.113.5"),
        ("2001:db8:1:2:3:4:5:6", [], "2001:db8:1:2::/64"),  # one household, however many addresses
        ("fd00::1", ["2001:db8:1:2::9"], "2001:db8:1:2::/64"),
    ],
)
def test_only_trusted_proxies_are_believed(
    monkeypatch: pytest.MonkeyPatch, peer: str, forwarded: list[str], counted: str
):
    settings = Settings(trusted_proxies=PROXIES)  # pyright: ignore[reportCallIssue]
    monkeypatch.setattr(client_address, "settings", lambda: settings)
    headers = [(b"x-forwarded-for", line.encode()) for line in forwarded]
    scope = {"type": "http", "client": (peer, 1), "headers": headers}
    assert client_address.client_address(scope) == counted
