"""What quick entries are read as, rule by rule."""
