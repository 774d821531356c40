"""What every page has: its state, its notices, its route, its requests, and the maps of its objects."""
