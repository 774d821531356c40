"""What keeps the page's scripts and the Python that they belong to in step, and the checks of the scripts."""
