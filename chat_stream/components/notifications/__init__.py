"""What the page tells those who listen, or look at another tab."""
