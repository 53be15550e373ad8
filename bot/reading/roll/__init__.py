"""Reads the pages of a roster sheet (commune, villages, teams, members) and holds them together."""
