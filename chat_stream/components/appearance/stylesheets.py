"""The look: `assets/theme/`, one file for each thing that is shown."""

STYLESHEETS = [
    f"theme/{name}.css"
    for name in (
        "colours",
        "base",
        "buttons",
        "forms",
        "settings",
        "sidebar",
        "chat_list",
        "menus",
        "message",
        "diagrams",
        "dialogs",
        "markdown",
        "message_actions",
        "answer_state",
        "comparison",
        "queue",
        "composer",
        "motion",
        "print",
        "touch",
    )
]
"""In this order: of two rules that fit as well, the later one holds."""
