"""Deployment of chat_stream: its build, its server, and files for the places where it runs."""
