"""Two undocumented parts of Reflex that show failures: its Var of a lost connection, and its error boundary."""

from inspect import signature

from reflex.app import default_error_boundary
from reflex_components_core.core.banner import has_connection_errors

from chat_stream.reach import Reach

REACHES = (
    Reach(
        "reflex",
        "`has_connection_errors` and `default_error_boundary`",
        missing="a documented Var that says whether the page is connected, and an error boundary with a fallback",
        otherwise="nobody would see that the page is without its server",
        is_there=lambda: (
            "connectErrors" in str(has_connection_errors) and "props" in signature(default_error_boundary).parameters
        ),
    ),
)

__all__ = ["REACHES", "default_error_boundary", "has_connection_errors"]
