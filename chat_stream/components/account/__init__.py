"""Who is signed in, in which account they act, and where they can go from there."""
