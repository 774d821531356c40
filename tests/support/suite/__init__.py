"""How the suite as a whole runs: which tests are daily, which have the machine alone, what they took, and the limit.

Plugins of pytest, registered in `tests/conftest.py`. Nothing here knows what is tested.
"""
