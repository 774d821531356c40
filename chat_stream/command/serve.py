"""The server: the built page and the app on one port, until told to stop. `python -m chat_stream.command.serve`.

HOST, PORT and GRANIAN_WORKERS say where and with how many processes. It writes nothing but data and temporary files.
"""

import os

from granian.constants import Interfaces
from granian.server import Server

from chat_stream.folders import PROJECT_ROOT

ENVIRONMENT = {
    "REFLEX_ENV_MODE": "prod",
    "REFLEX_TELEMETRY_ENABLED": "false",
    "REFLEX_CHECK_LATEST_VERSION": "false",
    # Otherwise Reflex would link scripts into the project's assets, which only a build of the page needs.
    "REFLEX_BACKEND_ONLY": "true",
    "__REFLEX_SKIP_COMPILE": "true",
    "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true",
}


def serve(host: str, port: int, workers: int = 1) -> None:
    """Returns when the server was told to stop and has ended. The page must have been built before."""
    os.environ.update(ENVIRONMENT)
    os.chdir(PROJECT_ROOT)  # Reflex looks for its configuration and the built page there
    Server(
        "chat_stream.chat_stream:app",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        workers=workers,
    ).serve()


if __name__ == "__main__":
    serve(
        os.environ.get("HOST", "127.0.0.1"),
        int(os.environ.get("PORT", "3000")),
        int(os.environ.get("GRANIAN_WORKERS", "1")),
    )
