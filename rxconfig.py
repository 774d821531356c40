"""Reflex's configuration. What users of the app can set is in `chat_stream/config.py`."""

import sys
from datetime import timedelta
from typing import Any

import reflex as rx
from reflex.constants import StateManagerMode
from reflex_base.environment import environment

from chat_stream.config import SettingError, settings
from chat_stream.shared_route import SharedRoute

try:
    SETTINGS = settings()
except SettingError as error:
    sys.exit(str(error))

TAILWIND: Any = {
    "darkMode": "class",
    "content": [
        "./app/**/*.{js,jsx}",
        "./app_components/**/*.{js,jsx}",
        "./public/external/**/*.{js,jsx}",
        "./node_modules/streamdown/dist/*.js",
        "./node_modules/@streamdown/*/dist/*.js",
    ],
    "theme": {
        "extend": {
            "fontFamily": {"sans": ["Inter Variable", "system-ui", "sans-serif"]},
            "borderRadius": {
                "lg": "var(--radius)",
                "md": "calc(var(--radius) - 2px)",
                "sm": "calc(var(--radius) - 4px)",
            },
            "colors": {
                "background": "var(--background)",
                "foreground": "var(--foreground)",
                "card": {"DEFAULT": "var(--card)", "foreground": "var(--card-foreground)"},
                "muted": {"DEFAULT": "var(--muted)", "foreground": "var(--muted-foreground)"},
                "primary": {"DEFAULT": "var(--primary)", "foreground": "var(--primary-foreground)"},
                "secondary": {"DEFAULT": "var(--muted)", "foreground": "var(--foreground)"},
                "accent": {"DEFAULT": "var(--muted)", "foreground": "var(--foreground)"},
                "popover": {"DEFAULT": "var(--card)", "foreground": "var(--card-foreground)"},
                "sidebar": "var(--sidebar)",
                "border": "var(--border)",
                "input": "var(--input)",
                "ring": "var(--ring)",
                "danger": "var(--danger)",
                "bubble": "var(--bubble)",
            },
        }
    },
}

# A tab whose connection died without a word learns it after 15 seconds at most, and so does the server.
environment.REFLEX_SOCKET_INTERVAL.set(timedelta(seconds=5))
environment.REFLEX_SOCKET_TIMEOUT.set(timedelta(seconds=10))
environment.REFLEX_SOCKET_MAX_HTTP_BUFFER_SIZE.set(settings().limits.socket_message)

config = rx.Config(
    app_name="chat_stream",
    cors_allowed_origins=[SETTINGS.public_url],
    redis_url=SETTINGS.redis_url,
    # With Redis, Reflex also keeps there which worker holds which tab's socket.
    state_manager_mode=StateManagerMode.REDIS if SETTINGS.redis_url else StateManagerMode.MEMORY,
    telemetry_enabled=False,
    show_built_with_reflex=False,
    plugins=[rx.plugins.TailwindV4Plugin(config=TAILWIND), SharedRoute()],
    disable_plugins=[rx.plugins.SitemapPlugin],
)
