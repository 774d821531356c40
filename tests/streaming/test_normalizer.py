"""Text is made storable before it gets a position."""

from hypothesis import given
from hypothesis import strategies as st

from chat_stream.streaming.journal.normalizer import Normalizer, normalize

any_text = st.text(st.characters() | st.characters(categories=["Cs"]) | st.just("\0"))


def fed(chunks: list[str]) -> str:
    normalizer = Normalizer()
    return "".join(normalizer.feed(chunk) for chunk in chunks) + normalizer.flush()


def test_a_pair_of_surrogates_split_between_two_chunks_becomes_one_character():
    assert fed(["a\ud83d", "\ude00b"]) == "a😀b"


def test_a_lone_surrogate_and_a_nul_byte_are_replaced():
    assert fed(["a\0b", "\udc00", "c\ud800"]) == "a�b�c�"


@given(st.lists(any_text))
def test_however_the_text_is_cut_the_same_comes_out(chunks: list[str]):
    assert fed(chunks) == normalize("".join(chunks))


@given(st.lists(any_text))
def test_what_comes_out_can_be_encoded_and_has_no_nul(chunks: list[str]):
    text = fed(chunks)
    assert "\0" not in text
    assert text.encode().decode() == text


@given(st.lists(st.text()))
def test_storable_text_comes_out_as_it_went_in(chunks: list[str]):
    chunks = [chunk.replace("\0", "") for chunk in chunks]
    assert fed(chunks) == "".join(chunks)
