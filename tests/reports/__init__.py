"""What reports say, in the words that people read."""
