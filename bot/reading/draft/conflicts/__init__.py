"""One quantity with two values in one report."""
