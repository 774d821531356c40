"""The chat that the address names. The page knows it immediately; the server's state follows a moment later."""

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData

from chat_stream.state import ChatState


def chat_in_address() -> rx.Var[str]:
    """The id of the chat; empty for a new one. It is a hook: read it inside an `rx.memo`."""
    return rx.Var(
        _js_expr="chatInAddress",
        _var_type=str,
        _var_data=VarData(
            imports={"react-router": [ImportVar(tag="useParams")]},
            hooks={'const { chat_id: chatInAddress = "" } = useParams();': None},
        ),
    ).guess_type()


def is_temporary(chat_id: rx.Var[str]) -> rx.Var[bool]:
    return chat_id.to(str).startswith(ChatState.TEMPORARY)


def search_in_address() -> rx.Var[str]:
    """The query of the address, such as `?next=…`, for links that keep it. It is a hook."""
    return rx.Var(
        _js_expr="searchInAddress",
        _var_type=str,
        _var_data=VarData(
            imports={"react-router": [ImportVar(tag="useLocation")]},
            hooks={"const { search: searchInAddress } = useLocation();": None},
        ),
    ).guess_type()
