"""From facts to paper: tally, table, text."""
