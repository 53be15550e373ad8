"""Reads quick entries: "kích hoạt 3 vneid hôm qua" becomes what is recorded, or a doubt.

The words come from content/entries.toml; the grammar (numbers, days, villages, clauses) is here.
"""
