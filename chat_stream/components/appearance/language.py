"""The language setting, which applies to all browsers of a user."""

from typing import Any

import reflex as rx

from chat_stream.components.base.section import section
from chat_stream.scripts import script
from chat_stream.state import ProfileState, SessionState
from chat_stream.texts import LANGUAGES
from chat_stream.texts.page import text

_SCRIPT = script("components/appearance/language.jsx")


def _chosen(language: rx.Var[str]) -> list[Any]:
    return [language]


class ChosenLanguage(rx.Component):
    """Switches the page to its user's language, when it is known who that is."""

    library = _SCRIPT
    tag = "ChosenLanguage"

    user: rx.Var[str]
    language: rx.Var[str]


class LanguageChoice(rx.NoSSRComponent):
    library = _SCRIPT
    tag = "LanguageChoice"

    languages: rx.Var[dict[str, str]]
    on_choose: rx.EventHandler[_chosen]


@rx.memo
def chosen_language() -> rx.Component:
    return ChosenLanguage.create(user=SessionState.user_id, language=SessionState.language)


def language() -> rx.Component:
    return section(
        text("language"),
        "language",
        LanguageChoice.create(languages=LANGUAGES, on_choose=ProfileState.choose_language),
        lead=text("language-lead"),
    )
