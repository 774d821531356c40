"""All text that people read, in every language: a catalogue of Fluent files that the page and the server share.

There is a file for each place and language, as `chat.en.ftl` and `chat.de.ftl`: they hold the same messages. `chat` has
the composer's, too; `writing` has those of drafts and of the looks. To add a message, write it in
every language under a key of its own (`composer-send = Send`), and use the key where it is shown:

- in a component: `text("composer-send")`, with values `text("users-manage", name=user["name"])`, from `texts.page`
- in JSX: `const say = useTexts();` and `say("composer-send")`, from `texts/page.js`
- on the server: `Text("refusal-name", longest=80)`. A refusal carries one; its `said` goes to the page, which says it
  in its reader's language, and its `sentence` is English, for logs and programs

Nothing but keys and values comes in; only `texts.page` knows Reflex.
"""

from chat_stream.texts.catalogue import DEFAULT, LANGUAGES, catalogue, language_of
from chat_stream.texts.text import Spoken, Text

__all__ = ["DEFAULT", "LANGUAGES", "Spoken", "Text", "catalogue", "language_of"]
