"""The mails of the petition: what they say, and what every one of them carries."""
