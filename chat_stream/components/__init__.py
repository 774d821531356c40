"""The components of the page, each named after what it shows.

Vars of states come in, events go out. Nothing here reads a database or knows a use case.
"""
