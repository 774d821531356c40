"""The browser is told what a page may do, and the page needs nothing beyond it."""

import httpx
from playwright.async_api import Browser, BrowserContext, expect

from tests.support.eventually import eventually
from tests.support.provider import Finish, Reasoning, Say, ScriptedProvider
from tests.support.site import Server
from tests.support.visitor import PASSWORD

REPORT = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.warn("REFUSED", event.effectiveDirective, event.blockedURI, event.sourceFile, event.sample));
"""

ANSWER = """\
Some **code**:

```python
print("hello")
```

| a | b |
| --- | :---: |
| 1 | 2 |

$$
e^{i\\pi} + 1 = \\frac{0}{\\sqrt{2}}
$$
"""


async def test_a_whole_conversation_needs_nothing_that_the_policy_refuses(
    browser: Browser, server: Server, provider: ScriptedProvider
):
    provider.on("everything", Reasoning("Hm."), Say(ANSWER), Finish())
    context, refused = await reporting(browser)
    page = await context.new_page()
    await page.goto(f"{server.url}/sign-up")
    await page.get_by_label("Name").fill("Ada")
    await page.get_by_label("Email").fill("policy@example.com")
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Create account").click()
    await page.get_by_label("Message").fill("Show everything.")
    await page.get_by_role("button", name="Send").click()
    answer = page.locator("[data-role=assistant]")
    await expect(answer).to_have_attribute("data-status", "completed", timeout=30_000)
    for element in ("pre span[style]", "table", ".katex"):
        await expect(answer.locator(element).first).to_be_visible()
    await page.reload()
    await expect(answer.locator(".katex").first).to_be_visible()
    await page.get_by_role("link", name="Settings").click()
    await page.get_by_label("Token name").fill("a program")
    await page.get_by_role("button", name="Create token").click()
    await expect(page.get_by_label("New token")).to_be_visible()
    await page.goto(f"{server.url}/nowhere")
    await expect(page.get_by_role("heading", name="Not found")).to_be_visible()
    assert not refused
    await context.close()


async def test_a_script_that_is_not_ours_does_not_run_and_is_reported(browser: Browser, server: Server):
    context, refused = await reporting(browser)
    page = await context.new_page()
    await page.goto(f"{server.url}/sign-in")
    await page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.hacked = 1";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.hacked = 1'>");
        }"""
    )
    await eventually(lambda: len(refused) == 2)
    assert await page.evaluate("window.hacked") is None
    await context.close()


async def test_every_answer_says_what_others_may_do_with_it(server: Server):
    for path in ("/", "/chat/nothing", "/nowhere", "/api/session", "/theme/colours.css", "/_health"):
        async with httpx.AsyncClient() as http:
            headers = (await http.get(server.url + path)).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "unsafe-eval" not in headers["Content-Security-Policy"]
        assert "unsafe-inline" not in headers["Content-Security-Policy"].replace("style-src-attr 'unsafe-inline'", "")
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "camera=()" in headers["Permissions-Policy"]
        assert "Strict-Transport-Security" not in headers


async def reporting(browser: Browser) -> tuple[BrowserContext, list[str]]:
    """A browser that tells what the policy refused."""
    refused: list[str] = []
    context = await browser.new_context(viewport={"width": 1280, "height": 800})
    await context.add_init_script(REPORT)
    context.on("console", lambda said: refused.append(said.text) if said.text.startswith("REFUSED") else None)
    return context, refused
