"""One file per flow; a new file here is a new entry of the menu."""
