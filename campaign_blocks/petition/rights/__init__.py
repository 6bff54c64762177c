"""What a signer may ask for, and what is forgotten without being asked."""
