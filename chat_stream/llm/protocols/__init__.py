"""The protocols whose answers are read exactly as they were sent: OpenAI's, Anthropic's, Gemini's and Cohere's.

A part comes in (the JSON of one event), and chunks go out. LiteLLM's own reading ends an answer at the word “[DONE]”,
leaves out what it doesn't know, and splits lines inside of text; so it reads nothing that is known here. OpenAI's has
no file in this room: `llm/wire/parts.py` reads it, because most servers speak it.
"""

from chat_stream.llm.protocols.known import Read, protocol_of

__all__ = ["Read", "protocol_of"]
