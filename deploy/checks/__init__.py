"""Everything about the code that can be judged without running the site."""
