"""Each message's text as a Durable Stream: whole, from an offset, or live."""
