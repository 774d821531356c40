"""Text that grows: it is cut where nothing that follows can change what stands before, so little is parsed again."""
