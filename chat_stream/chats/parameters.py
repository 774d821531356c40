"""Checks the parameters that people set for a chat."""

from chat_stream.chats.text import UNSTORABLE, Unacceptable
from chat_stream.models import Parameters
from chat_stream.texts import Text

LONGEST_PROMPT = 20_000
"""The most characters of a system prompt."""
HOTTEST = 2.0
MOST_TOKENS = 1_000_000
EFFORTS = ("", "low", "medium", "high")


def checked_parameters(parameters: Parameters) -> Parameters:
    """The parameters as they will be stored.

    Raises:
        Unacceptable: One of them can't be taken.
    """
    prompt, temperature, longest = parameters.system_prompt, parameters.temperature, parameters.longest_answer
    if len(prompt) > LONGEST_PROMPT or UNSTORABLE.search(prompt):
        raise Unacceptable(Text("refused-prompt", longest=LONGEST_PROMPT))
    if temperature is not None and not 0 <= temperature <= HOTTEST:
        raise Unacceptable(Text("refused-temperature"))
    if longest is not None and not 1 <= longest <= MOST_TOKENS:
        raise Unacceptable(Text("refused-length", most=MOST_TOKENS))
    if parameters.effort not in EFFORTS:
        raise Unacceptable(Text("refused-effort"))
    return parameters
