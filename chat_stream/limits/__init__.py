"""How often and how much: rates over a while, and how many at a time.

Who asks comes in as a few words, a refusal with a sentence and a time comes out. No request, no page and no table
enters here.
"""

from chat_stream.limits.at_a_time import AtATime
from chat_stream.limits.rates import Rate, Rates
from chat_stream.limits.too_many import TooMany

__all__ = ["AtATime", "Rate", "Rates", "TooMany"]
