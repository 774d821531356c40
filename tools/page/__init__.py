"""The checks of the page's scripts, and the program that writes what scripts and Python have to agree on."""
