"""Formulas: where they stand in a text, and how KaTeX draws them."""
