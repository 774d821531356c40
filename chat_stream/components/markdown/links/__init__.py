"""Links and pictures in a text: where they lead, and what is asked before they are followed or loaded."""
