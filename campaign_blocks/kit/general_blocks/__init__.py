"""The blocks that any campaign needs and no record stands behind: words, pictures, links, sharing."""
