"""The basics of every page: its state, its notices, its route, its requests, and the maps of its objects."""
