"""Tests that take long, or need the machine to themselves: `bin/test --slow tests/exactness/long`."""
