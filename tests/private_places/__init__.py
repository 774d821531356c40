"""May I upgrade? One file for each dependency that the app reaches into: `bin/test tests/private_places`, 20 seconds.

docs/upgrading-dependencies.md says what to do with the answer.
"""
