"""The browser and the system that a user agent names, by which people recognise their sessions."""

from chat_stream.texts import Text

_BROWSERS = (("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)
UNKNOWN = "unknown"
"""The catalogue's value for a browser that isn't known."""


def device_of(user_agent: str) -> Text:
    """The text of a session's device, such as "Firefox on Linux". Nothing else of the user agent is kept."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), UNKNOWN)
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    if not system:
        return Text("sessions-device", browser=browser)
    return Text("sessions-device-on", browser=browser, system=system)
