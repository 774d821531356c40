"""The names and numbers that the server half and the page half (`protocol.js`) share; see docs/protocol.md."""

EVENT = "~"
"""The socket.io event that carries a delta. Reflex has none with this name."""
VERSION = 1
"""The version that this package speaks. Version 0 had no number: its pages don't say any, and know no `v` operation."""
VERSION_PARAMETER = "object_deltas"
"""The parameter in the address of a page's websocket that says which version the page speaks."""
