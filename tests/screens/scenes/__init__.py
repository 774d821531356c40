"""The content of each screenshot. A scene's name is its screenshot's; some take several."""

from collections.abc import Awaitable, Callable

from tests.screens.scenes import answers, asking, everyday, lists, people, reading
from tests.screens.stage import Stage

Scene = Callable[[Stage], Awaitable[None]]
SCENES: dict[str, Scene] = {
    scene.__name__: scene
    for scene in (
        *(asking.thinking, asking.failed, asking.queue, asking.temporary, asking.draft, asking.interrupted),
        *(reading.conversation, reading.reading, reading.away_from_the_end, reading.links, reading.hostile),
        *(reading.long_chat, answers.models, answers.chat_settings, answers.comparing, answers.versions),
        *(answers.context, lists.chats, lists.marks, lists.filtered, lists.list_narrow, lists.many_chats),
        *(people.sign_up, people.team, people.administration, people.keys, people.settings, people.german),
        *(people.right_to_left, people.broken, everyday.first_visit, everyday.formulas, everyday.tags),
        *(everyday.diagram_large, everyday.waiting, everyday.providers_words, everyday.only_thoughts),
    )
}
