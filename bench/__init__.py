"""Measures what chat_stream costs, by `bin/bench`. Times are reported and never asserted."""
