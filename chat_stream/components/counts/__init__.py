"""What answers take: tokens, seconds, money, and room in the context of their model."""
