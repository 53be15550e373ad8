"""Which lines of a report belong together, and where each stands among headings and lists."""
