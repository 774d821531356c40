"""What a page is made of: one component a file, named after what it shows.

Vars of states come in, events go out. Nothing here reads a database or knows a use case.
"""
