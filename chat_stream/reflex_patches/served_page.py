"""The variables by which `command/serve.py` has Reflex serve the page as it was built."""

from reflex_base.environment import environment

from chat_stream.reach import Reach

REACHES = (
    Reach(
        "reflex-base",
        "`__REFLEX_SKIP_COMPILE` and `__REFLEX_MOUNT_FRONTEND_COMPILED_APP`",
        missing="a documented way to serve a page that is built already, from the server that has the app",
        otherwise="the server would build the page again, or serve none",
        is_there=lambda: (
            environment.REFLEX_SKIP_COMPILE.name == "__REFLEX_SKIP_COMPILE"
            and environment.REFLEX_MOUNT_FRONTEND_COMPILED_APP.name == "__REFLEX_MOUNT_FRONTEND_COMPILED_APP"
        ),
    ),
)
