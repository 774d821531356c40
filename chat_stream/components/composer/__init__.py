"""Where a message is written, and the questions that wait to be asked."""
