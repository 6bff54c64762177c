"""Staff look at the first names and cities that signers want to have shown."""
