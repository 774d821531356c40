"""The usage of answers: tokens, seconds, money, and room in the context of their model."""
