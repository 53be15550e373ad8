"""The conversation itself: the engine over joke flows, and what every real flow inherits."""
