"""What protects a public form that has neither cookie nor captcha: where the POST came from, a
signed token, a trap for machines, and how often one sender posts."""
