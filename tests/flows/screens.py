"""Parts of the screens that several conversations show."""

# The button that records what was read from a typed line.
YES = "[Đúng, ghi vào sổ]"
