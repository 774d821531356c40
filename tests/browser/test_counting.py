"""What answers take of their models is shown, quietly: below each of them, and above the chat the sum."""

from playwright.async_api import expect

from tests.support.provider import Finish, NoUsage, Pause, Say, ScriptedProvider, Usage
from tests.support.visitor import Visitor


async def test_each_answer_shows_what_it_took_and_the_chat_its_sum(ada: Visitor, provider: ScriptedProvider):
    provider.reply(Say("One, "), Pause(0.3), Say("two."), Usage(1200, 34), Finish())
    provider.reply(Say("Three."), NoUsage(), Finish())
    tab = await ada.tab()
    await tab.ask("Count.")
    await tab.shows_status("completed")
    counts = tab.answer.get_by_label("This answer")
    await expect(counts).to_contain_text("1,200 tokens in, 34 out")
    await expect(counts).to_contain_text("first after")
    await expect(counts).to_contain_text("tokens/s")
    total = tab.page.get_by_label("This chat")
    await expect(total).to_have_text("1,234 tokens")

    await tab.ask("Go on.")
    await tab.shows_status("completed")
    await expect(counts).to_contain_text("≈")
    await expect(counts).to_have_attribute("title", "Estimated: the provider sent no count.")
    await expect(total).to_contain_text("≈ 1,2")
    shown = await total.inner_text()
    await tab.page.reload()
    await expect(total).to_have_text(shown)
    await expect(counts).to_contain_text("≈")
