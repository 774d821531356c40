"""While one message is written, nothing else is rendered."""

from playwright.async_api import expect

from tests.support.eventually import eventually
from tests.support.provider import Finish, Say, ScriptedProvider
from tests.support.site import Server
from tests.support.visitor import Visitor

WATCH = """
() => {
  const written = [...document.querySelectorAll("[data-role=assistant]")].at(-1);
  window.changesElsewhere = [];
  window.changesInside = 0;
  new MutationObserver((records) => {
    for (const record of records) {
      if (written.contains(record.target)) window.changesInside += 1;
      else window.changesElsewhere.push(record.type + " " + (record.target.outerHTML ?? "").slice(0, 200));
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}
"""


async def test_the_other_99_messages_are_not_touched(ada: Visitor, server: Server, provider: ScriptedProvider):
    provider.always(Say("A **short** answer."), Finish())
    tab = await ada.tab()
    for number in range(50):
        if number == 49:
            provider.on("last", provider.tokens(6000, 200), Finish())
        await tab.ask(f"Question {number}, last." if number == 49 else f"Question {number}.")
        if number < 49:
            await expect(tab.messages).to_have_count(2 * number + 2)
            await tab.shows_status("completed")
    await expect(tab.messages).to_have_count(100)
    await expect(tab.answer).to_have_attribute("data-status", "streaming")
    await tab.page.evaluate(WATCH)
    await eventually(lambda: tab.page.evaluate("window.changesInside > 30"), within=30)
    assert await tab.page.evaluate("window.changesElsewhere") == []
    assert await tab.answer.get_attribute("data-status") == "streaming"
