"""Text for a steady stream: the same for the same seed, in any process."""

import random
from collections.abc import Iterator
from itertools import islice

TEXT = """
a stream of words that never ends until it does and nobody waits for more than one at a time
river water stone light morning letter window paper garden slow quiet yellow über naïve 東京 день 🌊 👩‍🚀
"""
WORDS = TEXT.split()


def token_texts(count: int, seed: int = 0) -> list[str]:
    """`count` texts of one word each, with a blank line after about every fiftieth."""
    return list(islice(endless_texts(seed), count))


def endless_texts(seed: int = 0) -> Iterator[str]:
    choose = random.Random(seed)
    while True:
        yield choose.choice(WORDS) + ("\n\n" if choose.random() < 0.02 else " ")
