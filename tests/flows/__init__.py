"""Each flow as conversations."""
