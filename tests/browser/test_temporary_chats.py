"""A temporary chat streams like every other, is in no list and no store, and goes with its page."""

from pathlib import Path

from playwright.async_api import Browser, expect

from tests.support.accessibility import check_accessible
from tests.support.eventually import eventually
from tests.support.provider import Finish, Pause, Say, ScriptedProvider, Stall
from tests.support.site import Server
from tests.support.visitor import Tab, Visitor, visiting

MARKER = "Xylophone"
"""A word that nobody but the test says."""
STORES = "JSON.stringify([{ ...localStorage }, { ...sessionStorage }])"
GONE = "This was a temporary chat. Nothing in it was kept."


async def test_it_is_answered_and_leaves_no_trace(mortal_server: Server, browser: Browser, provider: ScriptedProvider):
    provider.on(f"{MARKER} one", Say(f"{MARKER} begins, "), Pause(60))
    provider.on(f"{MARKER} two", Say(f"{MARKER} two."), Finish())
    async with visiting(browser, mortal_server.url) as ada:
        tab = await ada.tab()
        await begin(tab)
        await expect(tab.page.get_by_text("It isn't stored and appears in no list.")).to_be_visible()
        await tab.composer.fill(f"{MARKER} one, a draft")
        assert MARKER not in await tab.page.evaluate(STORES)
        await tab.ask(f"{MARKER} one?")
        await expect(tab.body(tab.answer)).to_have_text(f"{MARKER} begins,")
        assert any(MARKER.encode() in delta for delta in tab.wire.deltas)
        await expect(tab.page.get_by_text("nothing in this chat is stored")).to_be_visible()
        await expect(tab.page.get_by_role("heading", name="Temporary chat")).to_be_visible()
        await check_accessible(tab.page)

        await tab.drop_connection()
        await tab.restore_connection()
        await expect(tab.page.get_by_text("Reconnecting")).to_have_count(0)
        await tab.page.get_by_role("button", name="Stop").click()
        await tab.shows_status("stopped")
        provider.on(f"{MARKER} one", Say(f"{MARKER} again."), Finish())
        await tab.page.get_by_role("button", name="Retry").click()
        await expect(tab.body(tab.answer)).to_have_text(f"{MARKER} again.")
        await advise(tab, f"{MARKER} advises.")
        await tab.ask(f"{MARKER} two?")
        await tab.shows_status("completed")
        await expect(tab.body(tab.answer)).to_have_text(f"{MARKER} two.")
        assert provider.calls[-1].messages[0] == {"role": "system", "content": f"{MARKER} advises."}

        await look_for_it_elsewhere(tab, await ada.tab(), mortal_server)

        await lose_it(tab, mortal_server)


async def look_for_it_elsewhere(tab: Tab, other: Tab, mortal_server: Server) -> None:
    """In lists, stores and files, and by its address in another tab."""
    for each in (tab, other):
        await expect(each.chats).to_have_count(0)
    assert MARKER not in await tab.page.evaluate(STORES)
    assert not traces(mortal_server.folder)
    await other.page.goto(tab.page.url)
    await expect(other.page.get_by_text(GONE)).to_be_visible()
    await expect(tab.messages).to_have_count(4)


async def lose_it(tab: Tab, mortal_server: Server) -> None:
    """By a reload, and by the death of its server."""
    await tab.page.reload()
    await expect(tab.page.get_by_text(GONE)).to_be_visible()
    await expect(tab.messages).to_have_count(0)
    await tab.page.get_by_role("link", name="Start a new chat").click()
    await expect(tab.composer).to_have_value("")

    await begin(tab)
    await tab.ask(f"{MARKER} two?")
    await tab.shows_status("completed")
    mortal_server.kill()
    mortal_server.start()
    await expect(tab.page.get_by_text(GONE)).to_be_visible(timeout=30_000)
    assert not traces(mortal_server.folder)


async def test_signing_out_in_any_tab_ends_it_at_once(ada: Visitor, provider: ScriptedProvider):
    provider.reply(Say("Now, "), Stall())
    tab, other = await ada.tab(), await ada.tab()
    await begin(tab)
    await tab.ask("Hello?")
    await expect(tab.body(tab.answer)).to_have_text("Now,")
    await other.page.get_by_role("button", name="Sign out").click()
    await expect(tab.page.get_by_text("Now,")).to_have_count(0)

    async def is_ended() -> bool:
        return provider.calls[-1].closed_by_client

    await eventually(is_ended)


async def begin(tab: Tab) -> None:
    """From the click on, nothing can be written that would be stored."""
    await tab.page.get_by_role("button", name="Temporary chat").click()


async def advise(tab: Tab, prompt: str) -> None:
    """Gives the chat a system prompt, which the dialog shows again."""
    dialog = tab.page.get_by_role("dialog", name="Chat settings")
    await tab.page.get_by_role("button", name="Chat settings").click()
    await dialog.get_by_label("System prompt").fill(prompt)
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_have_count(0)
    await tab.page.get_by_role("button", name="Chat settings").click()
    await expect(dialog.get_by_label("System prompt")).to_have_value(prompt)
    await tab.page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)


def traces(folder: Path) -> list[Path]:
    """The files of a server, but for the page's, that have the word."""
    files = (file for file in folder.rglob("*") if file.is_file() and folder / "web" not in file.parents)
    return [file for file in files if MARKER.encode() in file.read_bytes()]
