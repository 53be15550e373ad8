"""Numbers that are added up, or left over, and do not make what the report says."""
