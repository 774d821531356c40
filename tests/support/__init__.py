"""What tests stand on: a provider that says what a test writes, and the like. No tests live here."""
