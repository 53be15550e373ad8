"""The counter windows: each channel takes what is said in its manner, and hands back paper."""
