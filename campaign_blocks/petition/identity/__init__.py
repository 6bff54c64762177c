"""What a signer types about herself: accepted generously, refused with a word, comparable."""
