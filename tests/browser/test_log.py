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
    browser: Browser, mortal_server: Server, provider: ScriptedProvider
):
    provider.on("Kirschkuchen", Say(ANSWER), Finish())
    provider.on("Bitte scheitern", Error(401))
    before = len(mortal_server.log)

    def lines(event: str) -> list[dict[str, Any]]:
        return [line for line in read(mortal_server.log[before:]) if line.get("event") == event]

    def outcomes() -> list[str]:
        begun = {line["attempt"] for line in lines("generation.began")}
        return [line["outcome"] for line in lines("generation.ended") if line["attempt"] in begun]

    visitor = await new_visitor(browser, mortal_server.url)
    tab = await visitor.tab()
    await tab.ask(QUESTION)
    await tab.shows_status("completed")
    await tab.ask("Bitte scheitern, Geheimnis")
    await tab.shows_status("failed")
    cookies = [cookie.get("value", "") for cookie in await visitor.context.cookies()]
    await visitor.context.close()
    await eventually(lambda: len(outcomes()) == 2)
    mortal_server.stop()

    began, _ = lines("generation.began")
    assert {"attempt", "message", "timestamp", "level"} <= set(began)
    assert outcomes() == ["completed", "failed"]
    assert any(line["path"] == "/api/users" and line["request"] for line in lines("http.request"))
    secrets = [QUESTION, "Kirschkuchen", ANSWER, "Geheimnis", visitor.email, PASSWORD, "sk-scripted", *cookies]
    assert [secret for secret in secrets if secret in mortal_server.log[before:]] == []


def read(log: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.splitlines() if line.startswith("{")]
