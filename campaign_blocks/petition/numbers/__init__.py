"""What staff see of a petition: sums that the worker makes, and the page that shows them."""
