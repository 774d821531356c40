"""Support for tests: a scripted provider, and the like. No tests live here."""
