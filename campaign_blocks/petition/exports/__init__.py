"""Signatures as a file: for whom, why, which; small ones at once, large ones by the worker.
Letters on paper leave the house by the same rules and into the same log."""
