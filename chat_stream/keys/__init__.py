"""The keys that accounts bring to call providers with.

A key comes in once, from a person; encrypted it is stored, and decrypted it goes to `llm`, for one call. It never comes
out to a page, a log or an error.
"""

from chat_stream.keys.provider_keys import BadKey, KeyView, ProviderKeys
from chat_stream.keys.vault import Vault

__all__ = ["BadKey", "KeyView", "ProviderKeys", "Vault"]
