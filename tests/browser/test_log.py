"""A real server's log after a conversation has ids and outcomes, and none of the text that people wrote."""

import json
from typing import Any

from playwright.async_api import Browser

from tests.support.eventually import eventually
from tests.support.provider import Error, Finish, Say, ScriptedProvider
from tests.support.site import Server
from tests.support.visitor import PASSWORD, new_visitor

QUESTION, ANSWER = "Kirschkuchenrezept gesucht", "Zuckerwattenantwort"


async def test_the_log_tells_what_happened_and_nothing_of_what_was_said(
    browser: Browser, own_server: Server, provider: ScriptedProvider
):
    provider.on("Kirschkuchen", Say(ANSWER), Finish())
    provider.on("Bitte scheitern", Error(401))
    visitor = await new_visitor(browser, own_server.url)
    tab = await visitor.tab()
    await tab.ask(QUESTION)
    await tab.shows_status("completed")
    await tab.ask("Bitte scheitern, Geheimnis")
    await tab.shows_status("failed")
    cookies = [cookie.get("value", "") for cookie in await visitor.context.cookies()]
    await visitor.context.close()
    await eventually(lambda: len(lines(own_server, "generation.ended")) == 2)
    own_server.stop()

    began, _ = lines(own_server, "generation.began")
    assert {"attempt", "message", "timestamp", "level"} <= set(began)
    assert [line["outcome"] for line in lines(own_server, "generation.ended")] == ["completed", "failed"]
    assert any(line["path"] == "/api/users" and line["request"] for line in lines(own_server, "http.request"))
    secrets = [QUESTION, "Kirschkuchen", ANSWER, "Geheimnis", visitor.email, PASSWORD, "sk-scripted", *cookies]
    assert [secret for secret in secrets if secret in own_server.log] == []


def lines(server: Server, event: str) -> list[dict[str, Any]]:
    read = [json.loads(line) for line in server.log.splitlines() if line.startswith("{")]
    return [line for line in read if line.get("event") == event]
