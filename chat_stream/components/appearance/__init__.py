"""How the app looks and which language it speaks."""
