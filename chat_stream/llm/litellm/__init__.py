"""LiteLLM: imported late, with its habits off. No type of it leaves this room."""
