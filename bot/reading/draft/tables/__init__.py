"""Tables of a report: their rows read as numbers, and held to each other."""
