"""How calls travel: connections that pause, and connections that may lead into the public network only."""
