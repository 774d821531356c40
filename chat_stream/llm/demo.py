"""The demo model, which is always available. It isn't an AI: it quotes the question, shows what a page can display, and
gives advice."""

import asyncio
import re
from collections.abc import AsyncIterator

NAME = "demo"

WORDS_A_SECOND = 30.0
"""The speed of an answer, in words a second. Tests may change it."""

LONGEST_QUOTE = 200

MARK = re.compile(r"[^\w\s]|_")

ANSWER = """\
Hello! I am the **demo**, and honestly no AI: I give everyone this same answer. But it travels the same road as a \
real one, so you can watch it being written, stop it, or follow it in another tab. You wrote:

> {question}

Here is what an answer may hold. A list:

- **bold**, *italic* and `code`
- text in any script: 日本語, العربية, 👩‍🚀

Code:

```python
async for delta in message:
    print(delta, end="")
```

A table:

| model | needs |
| --- | --- |
| OpenAI | `OPENAI_API_KEY` |
| Anthropic | `ANTHROPIC_API_KEY` |
| your own | Ollama |

And a formula:

$$
e^{i\\pi} + 1 = 0
$$

**To talk with a real model**, set one of the keys above in the environment, or start Ollama on this machine, or \
let `OPENAI_API_BASE` point at any server that speaks OpenAI's protocol. Then restart the app, and its models will be \
waiting in the menu. Until then, I am happy to repeat myself.
"""


def answer(question: str) -> str:
    return ANSWER.replace("{question}", quote(question))


async def recite(text: str) -> AsyncIterator[str]:
    """Yields the text word by word, with its whitespace. The schedule is absolute, so a slow reader doesn't delay the
    text."""
    clock = asyncio.get_running_loop().time
    start = clock()
    for index, word in enumerate(re.findall(r"\s*\S+\s*", text)):
        if (wait := start + index / WORDS_A_SECOND - clock()) > 0:
            await asyncio.sleep(wait)
        yield word


def quote(question: str) -> str:
    """The question on one line, as plain text from which no Markdown can escape."""
    line = " ".join(question.split())
    short = line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE].rstrip() + "…"
    return f"“{MARK.sub(_escape, short)}”" if short else "nothing yet"


def _escape(mark: re.Match[str]) -> str:
    return "\\" + mark[0] if mark[0].isascii() else mark[0]
