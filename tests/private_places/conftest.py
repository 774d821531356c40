from tests.llm.conftest import no_keys, provider

__all__ = ["no_keys", "provider"]
