"""Where staff stop, look at and undo what is not right: switches, the fraud desk, bulk changes."""
