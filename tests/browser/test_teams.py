"""People in teams: invited, seeing what the others ask while it is answered, and cut off."""

import asyncio
import re

from playwright.async_api import Browser, Page, expect

from tests.support.accessibility import check_accessible
from tests.support.eventually import eventually
from tests.support.provider import Finish, Say, ScriptedProvider, Until
from tests.support.site import Server
from tests.support.visiting_teams import together
from tests.support.visitor import PASSWORD, Tab, Visitor, new_visitor


async def test_an_invited_person_sees_who_asks_and_the_answer_being_written(
    ada: Visitor, bob: Visitor, provider: ScriptedProvider
):
    both_are_looking = asyncio.Event()
    provider.on("gears", Say("First, "), Until(both_are_looking), Say("second."), Finish())
    adas, bobs = await invited(ada, bob)
    await adas.ask("Which gears?")
    await bobs.chats.filter(has_text="Which gears?").first.click()
    await expect(bobs.page.locator("[data-message-author]")).to_have_text(re.compile("Ada"))
    await expect(bobs.answer).to_have_attribute("data-status", "streaming")
    both_are_looking.set()
    for tab in (adas, bobs):
        await tab.shows_status("completed")
        assert await tab.text() == "First, second."


async def test_what_is_ones_own_stays_out_of_the_team(
    ada: Visitor, bob: Visitor, server: Server, provider: ScriptedProvider
):
    adas, bobs = await together(server, ada, bob)
    await act_in(adas, "Ada")
    await expect(adas.chats).to_have_count(0)
    await adas.ask("Only mine.")
    own = await adas.in_new_chat()
    await adas.shows_status("completed")
    await expect(adas.page.locator("[data-message-author]")).to_have_count(0)
    await bobs.page.goto(bobs.url + own)
    await expect(bobs.page.get_by_role("heading", name="Not found")).to_be_visible()
    await expect(bobs.page.get_by_text("Only mine.")).to_have_count(0)


async def test_two_tabs_act_in_two_accounts_at_once(
    ada: Visitor, bob: Visitor, server: Server, provider: ScriptedProvider
):
    team, _ = await together(server, ada, bob)
    own = await ada.tab()
    await act_in(own, "Ada")
    await team.ask("For the team.")
    await own.ask("For myself.")
    await expect(own.chats).to_have_text(["For myself."])
    await expect(team.chats.filter(has_text="For myself.")).to_have_count(0)
    await expect(team.chats.first).to_have_text("For the team.")


async def test_a_removed_member_is_cut_off_in_mid_answer_and_told_why(
    ada: Visitor, bob: Visitor, server: Server, provider: ScriptedProvider
):
    is_cut_off = asyncio.Event()
    provider.on("long", Say("As far as this. "), Until(is_cut_off), Say("Not for Bob."), Finish())
    adas, bobs = await together(server, ada, bob)
    await adas.ask("A long one.")
    await bobs.chats.filter(has_text="A long one.").first.click()
    await expect(bobs.body(bobs.answer)).to_contain_text("As far as this.")
    members = await ada.context.new_page()
    await open_team(members, ada.url)
    await expect(members.get_by_role("button", name="Remove")).to_be_visible()
    await check_accessible(members)
    await members.get_by_role("button", name="Remove").click()
    await expect(bobs.page.get_by_role("status").filter(has_text="are no longer a member of")).to_be_visible()
    await expect(bobs.chats).to_have_count(0)
    bobs.wire.clear()
    is_cut_off.set()
    await adas.shows_status("completed")
    assert not any(b"Not for Bob" in frame for frame in bobs.wire.frames)
    await expect(bobs.page.get_by_label("Account", exact=True)).to_have_count(0)


async def test_signing_out_everywhere_leads_the_other_tab_to_sign_in(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    settings = await ada.context.new_page()
    await settings.goto(f"{ada.url}/settings")
    await settings.get_by_role("button", name="Sign out everywhere").click()
    await expect(tab.page.get_by_role("status").filter(has_text="Your session has ended")).to_be_visible()
    await tab.page.get_by_label("Email").fill(ada.email)
    await tab.page.get_by_label("Password").fill(PASSWORD)
    await tab.page.get_by_role("button", name="Sign in").click()
    await expect(tab.composer).to_be_visible()


async def test_a_person_changes_their_name_and_password(ada: Visitor):
    tab = await ada.tab()
    page = tab.page
    await page.goto(f"{ada.url}/settings")
    await page.get_by_label("Name", exact=True).fill("Ada King")
    await page.get_by_role("button", name="Save name").click()
    await expect(page.get_by_text("Your name was changed.")).to_be_visible()
    await expect(page.get_by_role("complementary").get_by_text("Ada King")).to_be_visible()
    await page.get_by_label("Current password").fill("not this one")
    await page.get_by_label("New password").fill("another horse")
    await page.get_by_role("button", name="Change password").click()
    await expect(page.get_by_role("alert")).to_contain_text("isn't your password")
    await page.get_by_label("Current password").fill(PASSWORD)
    await page.get_by_label("New password").fill("another horse")
    await page.get_by_role("button", name="Change password").click()
    await expect(page.get_by_text("Your password was changed")).to_be_visible()


async def test_who_deletes_themselves_is_gone(browser: Browser, server: Server):
    carol = await new_visitor(browser, server.url)
    page = (await carol.tab()).page
    await page.goto(f"{carol.url}/settings")
    await page.get_by_text("Delete my account…").click()
    await expect(page.get_by_text("deleted for good")).to_be_visible()
    await page.get_by_label("Your password").fill(PASSWORD)
    await page.get_by_role("button", name="Delete my account").click()
    await expect(page.get_by_role("button", name=re.compile("Create account|Sign in"))).to_be_visible()
    await page.goto(f"{carol.url}/sign-in")
    await page.get_by_label("Email").fill(carol.email)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("alert")).to_contain_text("don't match")
    await carol.context.close()


async def test_nobody_but_administrators_sees_the_administration(bob: Visitor):
    tab = await bob.tab()
    await expect(tab.page.get_by_role("link", name="Administration")).to_have_count(0)
    await tab.page.goto(f"{bob.url}/admin")
    await expect(tab.page.get_by_role("heading", name="Not found")).to_be_visible()


async def test_an_administrator_disables_a_user_and_resets_a_password(
    browser: Browser, fresh_server: Server, provider: ScriptedProvider
):
    ada, bob = await new_visitor(browser, fresh_server.url), await new_visitor(browser, fresh_server.url)
    page, bobs = (await ada.tab()).page, await bob.tab()
    await page.get_by_role("link", name="Administration").click()
    manage = page.get_by_role("listitem").filter(has_text=bob.email)
    await manage.get_by_text("Manage").click()
    await manage.get_by_role("button", name="Disable").click()
    await expect(bobs.page.get_by_text("Your session has ended")).to_be_visible()
    await expect(page.get_by_text("disabled Ada.")).to_be_visible()
    await manage.get_by_role("button", name="Enable").click()
    await manage.get_by_role("button", name="Create a password reset link").click()
    await bobs.page.goto(await page.get_by_label("New link").inner_text())
    await bobs.page.get_by_label("New password").fill("another horse")
    await bobs.page.get_by_role("button", name="Save password").click()
    await bobs.page.wait_for_url(re.compile("/sign-in"))
    await bobs.page.get_by_label("Email").fill(bob.email)
    await bobs.page.get_by_label("Password").fill("another horse")
    await bobs.page.get_by_role("button", name="Sign in").click()
    await expect(bobs.composer).to_be_visible()
    await page.get_by_label("Demo", exact=False).first.click()
    await eventually(lambda: offered(bobs, 1))
    for visitor in (ada, bob):
        await visitor.context.close()


async def offered(tab: Tab, count: int) -> bool:
    await tab.page.reload()
    await tab.page.get_by_role("combobox", name="Model", exact=True).click()
    await expect(tab.page.get_by_role("option").first).to_be_visible()
    return await tab.page.get_by_role("option").count() == count


async def invited(ada: Visitor, bob: Visitor) -> tuple[Tab, Tab]:
    """A tab of each of them, acting in a team into which Ada invited Bob."""
    adas, bobs = await ada.tab(), await bob.tab()
    await adas.page.get_by_role("link", name="Settings").click()
    await adas.page.get_by_label("Team name").fill("Engines")
    await adas.page.get_by_role("button", name="Create team").click()
    await adas.page.get_by_role("button", name="Create link").click()
    await bobs.page.goto(await adas.page.get_by_label("New link").inner_text())
    await bobs.page.get_by_role("button", name="Join team").click()
    await expect(bobs.page.get_by_label("Account", exact=True)).to_be_visible()
    await act_in(adas, "Engines")
    await expect(adas.composer).to_be_visible()
    return adas, bobs


async def act_in(tab: Tab, account: str) -> None:
    """Switches, and waits until the page shows it: what is sent goes where the page says."""
    picker = tab.page.get_by_label("Account", exact=True)
    await picker.select_option(account)
    await expect(picker.locator("option:checked")).to_have_text(account)


async def open_team(page: Page, url: str) -> None:
    await page.goto(f"{url}/settings")
    await page.get_by_role("link", name="Members").click()
