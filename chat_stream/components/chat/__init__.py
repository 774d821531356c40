"""The chat in the address: its header, its messages, its composer."""
