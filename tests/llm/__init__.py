"""`chat_stream.llm` against a real server on a loopback port: what goes over the wire, and what a person is told."""
