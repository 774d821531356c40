"""The menu: what the settings name, or what keys and servers open, and always the demo."""

import pytest

from chat_stream.llm import Model, available_models, described, label, told_apart
from tests.support.provider import ScriptedProvider

from .conftest import NOWHERE
from .other_providers import translated_provider

DEMO = Model(name="demo", label="Demo", provider="Demo")


async def test_without_any_key_there_is_the_demo():
    assert await available_models(()) == [DEMO]


async def test_the_settings_say_exactly_which_and_in_which_order(provider: ScriptedProvider):
    named = ("ollama_chat/llama3", "demo", "openai/gpt-4o", "claude-sonnet-4-5")

    models = await available_models(named)

    assert tuple(model.name for model in models) == named
    assert [model.provider for model in models] == ["Ollama", "Demo", "OpenAI", "Anthropic"]
    assert provider.calls == []


async def test_a_wrong_name_in_the_settings_is_named():
    with pytest.raises(ValueError, match=r"CHAT_STREAM_MODELS names “gpt-for-all”"):
        await available_models(("demo", "gpt-for-all"))


async def test_an_openai_compatible_server_lists_its_models(provider: ScriptedProvider):
    provider.models = ["big", "small:latest", "text-embedding-3", "whisper-1"]

    models = await available_models(())

    assert [model.name for model in models] == ["openai/big", "openai/small:latest", "demo"]
    assert models[1].label == "small"


@pytest.mark.parametrize("base", [f"{NOWHERE}/v1", "no address", "http://no-such-host.invalid"])
async def test_a_server_that_does_not_answer_leaves_the_rest(base: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENAI_API_BASE", base)
    monkeypatch.setenv("OLLAMA_API_BASE", base)

    assert await available_models(()) == [DEMO]


async def test_ollama_is_found_by_itself(monkeypatch: pytest.MonkeyPatch):
    async with translated_provider() as ollama:
        monkeypatch.setenv("OLLAMA_API_BASE", ollama.url)

        models = await available_models(())

    assert models[0] == Model(name="ollama_chat/llama3:latest", label="llama3", provider="Ollama")
    assert [model.name for model in models] == ["ollama_chat/llama3:latest", "ollama_chat/qwen3:8b", "demo"]


@pytest.mark.parametrize("key", ["OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY", "MISTRAL_API_KEY"])
async def test_a_key_opens_a_list_that_a_person_can_choose_from(key: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(key, "sk-very-secret")

    *found, last = await available_models(())

    assert last == DEMO
    assert 1 <= len(found) <= 8
    assert len({model.provider for model in found}) == 1
    for model in found:
        assert not any(part in model.name for part in ("audio", "realtime", "search", "ft:", "image", "2024", "2025"))
        assert await available_models((model.name,)) == [model]


def test_a_label_is_the_end_of_the_name():
    assert label("openai/gpt-4o") == "gpt-4o"
    assert label("ollama_chat/llama3:latest") == "llama3"
    assert label("openrouter/meta/llama-4") == "llama-4"
    assert label("demo") == "Demo"


def test_models_with_the_same_last_part_are_told_apart():
    names = (
        ("openai/meta/llama-4", "meta/llama-4"),
        ("openai/nous/llama-4", "nous/llama-4"),
        ("openai/gpt-4o", "gpt-4o (OpenAI)"),
        ("azure/gpt-4o", "gpt-4o (Azure)"),
        ("openrouter/openai/gpt-4o", "openai/gpt-4o"),
        ("ollama_chat/qwen3:latest", "qwen3:latest"),
        ("ollama_chat/qwen3", "qwen3"),
        ("openrouter/x/free:free", "free:free"),
        ("openrouter/x/free", "free"),
        ("demo", "Demo"),
    )

    assert [model.label for model in told_apart(described(name) for name, _ in names)] == [label for _, label in names]
