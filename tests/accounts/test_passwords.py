"""The cost of guessing a password."""

from argon2 import PasswordHasher, extract_parameters
from argon2.profiles import RFC_9106_LOW_MEMORY

from chat_stream.accounts.passwords import COST  # read before the tests make it cheap


def test_a_guess_costs_what_rfc_9106_recommends():
    hashed = PasswordHasher.from_parameters(COST).hash("correct horse")
    assert extract_parameters(hashed) == RFC_9106_LOW_MEMORY
