"""What visitors report: the form, what becomes of a report, and the mail that says thanks."""
