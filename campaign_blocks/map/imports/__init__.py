"""Reading files of places: every layout becomes the same rows, every fault names its line."""
