"""The agreements of scripts and Python: the names of maps, the types of their objects, components' properties.

`python -m tools.page.declarations` writes it from what Python declares. It imports no other room.
"""
