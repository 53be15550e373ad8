"""Finds the guide for what people type; it suggests, and says when it is not sure.

What is typed is first brought to the words of the guides (`saying`, `slips`), then compared with
their texts: with each guide as a whole (`shelf`) and with every single text of the likeliest ones
(`nearest`). `finder` weighs the two and says how sure it is (`certainty`).
"""
