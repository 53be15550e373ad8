"""The nouns and rules, each by itself."""
