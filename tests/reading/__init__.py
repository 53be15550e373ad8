"""What people type: numbers, days, periods, and words for a guide."""
