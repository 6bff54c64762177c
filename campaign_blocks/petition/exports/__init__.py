"""Signatures as a file: for whom, why, which; small ones at once, large ones by the worker."""
