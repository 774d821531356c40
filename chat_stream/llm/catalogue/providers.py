"""The providers whose keys the environment can have, with LiteLLM's names and with display names."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provider:
    """`code` is LiteLLM's prefix of a model's name. One of the variables in `keys` makes the provider usable."""

    code: str
    label: str
    keys: tuple[str, ...] = ()

    @property
    def has_key(self) -> bool:
        return any(os.environ.get(key) for key in self.keys)


OPENAI = Provider("openai", "OpenAI", ("OPENAI_API_KEY",))

PROVIDERS = (
    OPENAI,
    Provider("anthropic", "Anthropic", ("ANTHROPIC_API_KEY",)),
    Provider("gemini", "Google Gemini", ("GEMINI_API_KEY", "GOOGLE_API_KEY")),
    Provider("mistral", "Mistral", ("MISTRAL_API_KEY",)),
    Provider("deepseek", "DeepSeek", ("DEEPSEEK_API_KEY",)),
    Provider("xai", "xAI", ("XAI_API_KEY",)),
    Provider("moonshot", "Moonshot", ("MOONSHOT_API_KEY",)),
    Provider("groq", "Groq", ("GROQ_API_KEY",)),
    Provider("cerebras", "Cerebras", ("CEREBRAS_API_KEY",)),
    Provider("perplexity", "Perplexity", ("PERPLEXITYAI_API_KEY", "PERPLEXITY_API_KEY")),
    Provider("openrouter", "OpenRouter", ("OPENROUTER_API_KEY",)),
    Provider("together_ai", "Together AI", ("TOGETHERAI_API_KEY", "TOGETHER_API_KEY")),
    Provider("fireworks_ai", "Fireworks AI", ("FIREWORKS_AI_API_KEY", "FIREWORKS_API_KEY")),
)

OLLAMA = Provider("ollama_chat", "Ollama")
DEMO = Provider("demo", "Demo")

BY_CODE = {provider.code: provider for provider in (*PROVIDERS, OLLAMA, Provider("ollama", "Ollama"), DEMO)}


def provider_of(model: str) -> Provider:
    """The provider of a model, by its prefix. A name without a prefix is OpenAI's, unless LiteLLM knows otherwise."""
    code, slash, _ = model.partition("/")
    if not slash:
        return next((known for start, known in STARTS.items() if model.startswith(start)), OPENAI)
    return BY_CODE.get(code) or Provider(code, code[:1].upper() + code[1:])


STARTS = {"demo": DEMO, "claude": BY_CODE["anthropic"], "gemini": BY_CODE["gemini"], "deepseek": BY_CODE["deepseek"]}
