"""The page's modules, run by Node outside of the bundle: pure functions, and what a text becomes."""
