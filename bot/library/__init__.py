"""The shelves: content/ read into guides, groups and activities, every problem at once."""
