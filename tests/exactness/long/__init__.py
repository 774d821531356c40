"""Tests that take long, or need the machine to themselves: `bin/test tests/exactness/long`."""
