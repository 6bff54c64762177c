"""What runs around the product: installing, services, checks, measurements, production files."""
