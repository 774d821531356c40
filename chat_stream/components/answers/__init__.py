"""The answers of models: reasoning, text, and status."""
