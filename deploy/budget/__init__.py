"""What the demo's pages weigh, and whether everybody can use them."""
