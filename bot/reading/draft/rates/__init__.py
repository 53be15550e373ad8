"""Rates: what each is made of, and what is wrong with it."""
