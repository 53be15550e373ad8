"""Tests of what goes out after the commit: lanes, and the files that letters bring."""
