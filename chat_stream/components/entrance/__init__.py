"""Signing up and in."""
