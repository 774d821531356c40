"""The few HTML tags that a text may use. All other HTML stays visible as it was written."""
