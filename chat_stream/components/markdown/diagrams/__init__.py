"""Mermaid diagrams, drawn without anything in them that runs or loads."""
