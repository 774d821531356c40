"""What the page keeps of objects: what a follow says becomes object-specific deltas."""
