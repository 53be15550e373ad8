"""Tests that start the program itself, as whoever runs it does."""
