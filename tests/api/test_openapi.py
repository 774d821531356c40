"""The description of the HTTP routes: it names all of them, and none of what it allows breaks the server."""

import asyncio
from contextlib import suppress
from typing import Any

import httpx
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from starlette.routing import Route

from chat_stream.api import api
from chat_stream.api.openapi import DOCUMENT
from tests.api.reader import Reader
from tests.support.backing import SQLITE, only_on
from tests.support.model import ScriptedModel
from tests.support.people import Person

EXAMPLES = settings(
    max_examples=10,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large),
)


def test_each_route_is_described_and_nothing_else():
    routes: dict[str, set[str]] = {}
    for route in api().routes:
        assert isinstance(route, Route)
        routes.setdefault(route.path, set()).update(methods_of(route))
    described = {path: {method.upper() for method in methods} for path, methods in DOCUMENT["paths"].items()}
    assert {path: methods - {"HEAD"} for path, methods in routes.items()} == {
        path: methods - {"HEAD"} for path, methods in described.items()
    }


def methods_of(route: Route) -> set[str]:
    if route.methods:
        return set(route.methods)
    return {name.upper() for name in ("get", "post", "put", "delete") if hasattr(route.endpoint, name)}


async def test_it_is_served(http: httpx.AsyncClient):
    assert (await http.get("/api/openapi.json")).json() == DOCUMENT


@only_on(SQLITE)  # the use cases are tested on both databases
async def test_whatever_is_sent_gets_an_answer_without_a_trace_and_disturbs_nobody(
    reader: Reader, bob: Person, address: str, model: ScriptedModel
):
    async with reader.person.watch((await reader.attempt()).chat_id) as undisturbed:
        model.say("Before. ")
        await undisturbed.sees("Before. ")
        for headers in ({}, reader.bearer, {"Cookie": f"chat_stream_session={bob.token}"}):
            await asyncio.to_thread(send_everything, address, headers, "nothing")
        model.say("After.")
        await undisturbed.sees("Before. After.")
    model.finish()
    await reader.is_closed()
    await asyncio.to_thread(send_everything, address, reader.bearer, reader.message_id)
    assert (await reader.get()).text == "Before. After."


def send_everything(address: str, headers: dict[str, str], message_id: str) -> None:
    """Sends each route requests that the description allows, and requests that it doesn't."""
    schema = schemathesis.openapi.from_dict(DOCUMENT)
    for described in schema.get_all_operations():
        operation: Any = described
        for mode in GenerationMode:

            @EXAMPLES
            @given(case=operation.ok().as_strategy(generation_mode=mode))
            def send(case: Any) -> None:
                if "message_id" in (case.path_parameters or {}) and message_id != "nothing":
                    case.path_parameters["message_id"] = message_id
                response = case.call(base_url=address, headers=headers, timeout=20, allow_redirects=False)
                # A worker says by 503 that it isn't ready: the tests' database knows no migrations.
                assert response.status_code < 500 or case.path == "/health/ready"
                assert "Traceback" not in response.text
                assert 'File "' not in response.text

            with suppress(Unsatisfiable):  # a route that takes nothing can't be given anything wrong
                send()
