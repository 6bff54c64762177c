"""Blocks that stand on no record: words, pictures, links, sharing."""
