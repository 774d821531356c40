"""The command `chat-stream`, and the server that it, `bin/start` and the files in `deploy/` start.

This room knows settings and folders only: what it starts is imported by the server's own processes.
"""
