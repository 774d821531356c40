"""Copies contain formatted text for Word, mail and chat programs, plain text for all others, and tables as tables."""

import csv
import io
import re

from playwright.async_api import Locator, Page, expect

from tests.support.provider import Finish, Say, ScriptedProvider
from tests.support.visitor import Tab, Visitor

TABLE = """\
| Name | Said | Sum |
| :--- | :---: | ---: |
| a \\| b | "quoted", *so* | 1,5 |
| $x_1$ | [link](https://example.com/a) | -5 |
| `p \\| q` | =HYPERLINK("x") | @SUM(1) |"""
QUOTED = "> | q | r |\n> | - | - |\n> | 1 | 2 |"
ARABIC = "هذا نص باللغة العربية مع **كلمة مهمة** هنا."
ANSWER = f"""\
# One

Some **bold**, *slanted*, ~~gone~~, `co<de>`, [a link](https://example.com/x?a=1&b=2) and $e=mc^2$.[^1]

## Two

- a
  1. deep
     - deeper
  2. second
- b

7. seven
8. eight

- [x] done
- [ ] to do

> A quote
>
> with two paragraphs

```python
if a < b:
    print("hello")

print("end")
```

{TABLE}

{QUOTED}

$$
\\int_0^1 x\\,dx
$$

![A cat](https://example.com/cat.png)

---

```mermaid
graph TD
  A --> B
```

[^1]: The note.
"""
HTML = (
    "<h1>One</h1>",
    "<strong>bold</strong>",
    "<em>slanted</em>",
    "<del>gone</del>",
    "co&lt;de&gt;</code>",
    '<a href="https://example.com/x?a=1&amp;b=2">a link</a>',
    "$e=mc^2$",
    "<sup>[1]</sup>",
    "<h2>Two</h2>",
    '<ol start="7"><li>seven</li><li>eight</li></ol>',
    "<li>☑ done</li><li>☐ to do</li>",
    "<blockquote><p>A quote</p><p>with two paragraphs</p></blockquote>",
    'if a &lt; b:\n    print("hello")\n\nprint("end")</code></pre>',
    "text-align: right",
    "a | b</td>",
    "$x_1$</td>",
    "\\int_0^1 x\\,dx",
    '<a href="https://example.com/cat.png">A cat</a>',
    "<hr>",
    "graph TD\n  A --&gt; B</code></pre>",
    "The note.",
)
NESTED = "<ul><li>a<ol><li>deep<ul><li>deeper</li></ul></li><li>second</li></ol></li><li>b</li></ul>"
PLAIN = (
    "One\n\nSome bold, slanted, gone, co<de>, a link and $e=mc^2$.[1]\n\nTwo\n\n",
    "• a\n  1. deep\n     • deeper\n  2. second\n• b\n\n7. seven\n8. eight\n\n☑ done\n☐ to do\n\n",
    "> A quote\n>\n> with two paragraphs\n\n",
    'if a < b:\n    print("hello")\n\nprint("end")\n\n',
    'Name\tSaid\tSum\na | b\t"quoted", so\t1,5\n$x_1$\tlink\t-5\n',
    "A cat",
    "graph TD\n  A --> B",
)
"""In this order."""
NOT_COPIED = re.compile(
    r"<(?!meta)\w[^>]*\s(?:class|id|data-\w+|aria-\w+|tabindex)=|<(?:button|svg|script|span|div|img)\b"
)
READ = """
async () => {
  const [item] = await navigator.clipboard.read();
  const kinds = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);
  return Object.fromEntries(await Promise.all(kinds));
}
"""
SELECT = """
([first, last]) => {
  const walker = document.createTreeWalker(document.querySelector("[role=log]"), NodeFilter.SHOW_TEXT);
  const find = (text) => {
    do if (walker.currentNode.data?.includes(text)) return walker.currentNode;
    while (walker.nextNode());
  };
  const [from, to] = [find(first), find(last)];
  getSelection().setBaseAndExtent(from, from.data.indexOf(first), to, to.data.indexOf(last) + last.length);
}
"""
REFUSED = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


async def copied(page: Page) -> dict[str, str]:
    return await page.evaluate(READ)


async def answered(ada: Visitor, provider: ScriptedProvider, text: str) -> Tab:
    await ada.context.grant_permissions(["clipboard-read", "clipboard-write"])
    provider.reply(Say(text), Finish())
    tab = await ada.tab()
    await tab.ask("Please write.")
    await tab.shows_status("completed")
    return tab


async def press_copy(button: Locator) -> None:
    await button.press("Enter")
    await expect(button).to_contain_text("Copied")


async def test_an_answer_is_copied_as_formatted_and_as_plain_text(ada: Visitor, provider: ScriptedProvider):
    tab = await answered(ada, provider, ANSWER)
    await expect(tab.answer.locator(".diagram img")).to_be_visible(timeout=20_000)
    await press_copy(tab.answer.get_by_role("button", name="Copy", exact=True))
    both = await copied(tab.page)
    html = re.sub(r">\s+<", "><", both["text/html"])
    for construct in HTML:
        assert construct in html, (construct, html)
    assert NESTED in re.sub(r"\s+(?=<)", "", html)
    assert not NOT_COPIED.search(html), NOT_COPIED.search(html)
    rest = both["text/plain"]
    for part in PLAIN:
        assert part in rest, (part, rest)
        rest = rest.split(part, 1)[1]


async def test_what_is_written_from_right_to_left_is_copied_so(ada: Visitor, provider: ScriptedProvider):
    tab = await answered(ada, provider, f"Hello.\n\n{ARABIC}\n\n- عنصر أول\n\n| اسم |\n| --- |\n| نعم |")
    await press_copy(tab.answer.get_by_role("button", name="Copy", exact=True))
    html = (await copied(tab.page))["text/html"]
    assert "<p>Hello.</p>" in html
    assert re.search(r'<p dir="rtl">[^<]+<strong>', html)
    assert '<ul dir="rtl">' in html
    assert re.search(r'<table [^>]*dir="rtl"', html)


async def test_a_table_is_copied_as_cells_as_markdown_and_as_csv(ada: Visitor, provider: ScriptedProvider):
    tab = await answered(ada, provider, f"{TABLE}\n\nAnd:\n\n{QUOTED}\n\nDone.")
    tables = tab.answer.locator(".table-frame")
    await press_copy(tables.first.get_by_role("button", name="Copy table"))
    both = await copied(tab.page)
    assert both["text/plain"] == TABLE
    assert both["text/html"].count("<td") == 9
    assert "border: 1px solid" in both["text/html"]
    await press_copy(tables.first.get_by_role("button", name="Copy as CSV"))
    rows = list(csv.reader(io.StringIO((await copied(tab.page))["text/plain"])))
    assert rows == [
        ["Name", "Said", "Sum"],
        ["a | b", '"quoted", so', "1,5"],
        ["$x_1$", "link", "-5"],
        ["p | q", '\'=HYPERLINK("x")', "'@SUM(1)"],
    ]
    await press_copy(tables.last.get_by_role("button", name="Copy table"))
    assert (await copied(tab.page))["text/plain"] == QUOTED.replace("> ", "")


async def test_what_is_selected_by_hand_is_copied_as_the_button_would(ada: Visitor, provider: ScriptedProvider):
    tab = await answered(ada, provider, ANSWER)

    async def selected(first: str, last: str) -> dict[str, str]:
        await tab.page.evaluate(SELECT, [first, last])
        await tab.page.keyboard.press("Control+C")
        return await copied(tab.page)

    formula = await selected("link", "Two")
    assert formula["text/plain"] == "link and $e=mc^2$.[1]\n\nTwo"
    assert "<h2>Two</h2>" in formula["text/html"]
    numbered = await selected("eight", "done")
    assert numbered["text/plain"] == "8. eight\n\n☑ done"
    cells = await selected("quoted", "link")
    assert cells["text/plain"] == 'quoted", so\t1,5\n$x_1$\tlink'
    assert "<table" in cells["text/html"]
    both = await selected("Please", "One")
    assert both["text/plain"] == "Please write.\n\nOne"
    code = await selected("print", "end")
    assert code["text/plain"].replace("\r", "").startswith('print("hello")')
    await tab.composer.fill("mine")
    await tab.composer.press("Control+A")
    await tab.page.keyboard.press("Control+C")
    assert (await copied(tab.page))["text/plain"] == "mine"


async def test_without_the_browsers_clipboard_a_message_is_copied_all_the_same(
    ada: Visitor, provider: ScriptedProvider
):
    await ada.context.add_init_script(REFUSED)
    tab = await answered(ada, provider, f"{TABLE}\n\n```python\nprint()\n```\n\nSome **bold**.")
    await press_copy(tab.answer.get_by_role("button", name="Copy", exact=True))
    await press_copy(tab.answer.get_by_role("button", name="Copy as CSV"))
    await press_copy(tab.answer.get_by_role("button", name="Copy code"))
    await tab.composer.press("Control+V")
    await expect(tab.composer).to_have_value("print()")
    await tab.page.evaluate("document.execCommand = () => false")
    await tab.answer.get_by_role("button", name="Copy as Markdown").click()
    await expect(tab.answer.get_by_text("Couldn't copy")).to_be_visible()
