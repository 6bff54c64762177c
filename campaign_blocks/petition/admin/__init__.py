"""What staff see of petitions and signatures."""
