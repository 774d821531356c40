"""Limits: how often something may happen, and how much at a time.

A few words about who asks come in; a refusal with a sentence and a time goes out. No request, no page and no table
enters here.
"""

from chat_stream.limits.at_a_time import AtATime
from chat_stream.limits.rates import Rate, Rates
from chat_stream.limits.too_many import TooMany

__all__ = ["AtATime", "Rate", "Rates", "TooMany"]
