"""The provider keys that accounts bring.

A key comes in once, from a person. It is stored encrypted, and decrypted only for `llm`, for one call. It never goes
out to a page, a log or an error.
"""

from chat_stream.keys.provider_keys import BadKey, KeyView, ProviderKeys
from chat_stream.keys.vault import Vault

__all__ = ["BadKey", "KeyView", "ProviderKeys", "Vault"]
