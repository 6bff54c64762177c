"""Letters to lawmakers: whom a signer may write to, how a letter travels, what staff see of it."""
