"""The counter windows: what they take in, and how they hand out paper."""
