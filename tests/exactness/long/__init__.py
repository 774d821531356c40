"""What takes long, or wants the machine to itself: `bin/test tests/exactness/long`."""
