"""Sentences about the app. `support` holds what they share; the other folders mirror the package."""
