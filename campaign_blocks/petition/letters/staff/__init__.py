"""What staff see of letters, and decide about them."""
