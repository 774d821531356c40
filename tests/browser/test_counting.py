"""The usage of answers is shown unobtrusively: below each answer, and as a sum above the chat."""

from playwright.async_api import expect

from tests.support.provider import Finish, NoUsage, Pause, Say, ScriptedProvider, Usage
from tests.support.visitor import Visitor

ESTIMATED = "Estimated: the provider sent no count."


async def test_each_answer_shows_what_it_took_and_the_chat_its_sum(ada: Visitor, provider: ScriptedProvider):
    provider.reply(Say("One."), NoUsage(), Finish())
    provider.reply(Say("Two, "), Pause(0.5), Say("three."), Usage(1200, 34), Finish())
    tab = await ada.tab()
    counts, total = tab.answer.get_by_label("This answer"), tab.page.get_by_label("This chat")
    await tab.ask("Count.")
    await expect(counts).to_contain_text("≈")
    await expect(counts).to_contain_text("estimated")
    await expect(counts).to_have_attribute("title", ESTIMATED)

    await tab.ask("Go on.")
    await expect(counts).to_contain_text("1,200 tokens in, 34 out")
    for part in ("first token after", "tokens/s"):
        await expect(counts).to_contain_text(part)
    await expect(counts).not_to_contain_text("≈")
    await expect(total).to_contain_text("≈ 1,2")
    shown = await total.inner_text()
    await tab.page.reload()
    await expect(total).to_have_text(shown)
    await expect(counts).to_contain_text("1,200 tokens in, 34 out")

    provider.reply(Say("Four."), Usage(1, 1), Finish())
    await tab.ask("And then?")
    await expect(counts).to_contain_text("1 token in, 1 out")
