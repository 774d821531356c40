"""Serves the built page and one worker on HOST and PORT, until told to stop. The page must have been built before.

`bin/start` does the same and builds the page each time; this writes nothing outside of the temporary folder.
"""

import os

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
        interface="asgi",
        workers=1,
    ).serve()
