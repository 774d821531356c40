"""Serves the built page and the app on HOST and PORT with GRANIAN_WORKERS processes, until told to stop.

`deploy/build.py` must have built the page before. This writes nothing outside of the temporary folder.
"""

import os

from granian.constants import Interfaces
from granian.server import Server

os.environ.update(
    {
        "REFLEX_ENV_MODE": "prod",
        "REFLEX_TELEMETRY_ENABLED": "false",
        "REFLEX_CHECK_LATEST_VERSION": "false",
        "__REFLEX_SKIP_COMPILE": "true",
        "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
    }
)
os.environ.setdefault("REFLEX_API_URL", os.environ.get("CHAT_STREAM_PUBLIC_URL", "http://localhost:3000"))

if __name__ == "__main__":
    Server(
        "chat_stream.chat_stream:app",
        factory=True,
        address=os.environ.get("HOST", "127.0.0.1"),
        port=int(os.environ.get("PORT", "3000")),
        interface=Interfaces.ASGI,
        workers=int(os.environ.get("GRANIAN_WORKERS", "1")),
    ).serve()
