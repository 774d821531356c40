"""Who reads an answer now and then reads as much as who reads all the time."""

from dataclasses import dataclass

from chat_stream.llm import Request, Turn, stream
from tests.support.eventually import eventually
from tests.support.provider import Finish, ScriptedProvider, Tokens

from .asking import answer_of


@dataclass
class UntilAllIsSent:
    """A reader that waits until the provider has said everything."""

    provider: ScriptedProvider
    amount: int
    pauses: int = 0

    async def __call__(self) -> None:
        self.pauses += 1
        await eventually(lambda: [len(call.text.split()) for call in self.provider.calls] == [self.amount])


async def test_what_arrives_during_a_pause_comes_without_another(provider: ScriptedProvider):
    provider.reply(Tokens(60, rate=600), Finish())
    pause = UntilAllIsSent(provider, 60)
    answer = await answer_of(stream(Request("openai/scripted", (Turn("user", "Hello?"),), pause=pause)))
    assert answer.content == provider.calls[0].text
    assert 1 <= pause.pauses <= 4
