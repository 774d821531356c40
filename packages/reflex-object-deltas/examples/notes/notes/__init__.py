"""Notes that write themselves, on every tab that looks at them: an example of `reflex_object_deltas`."""
