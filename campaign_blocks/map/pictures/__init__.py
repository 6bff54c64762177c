"""Share images: drawn by the worker when something changes, never while somebody waits."""
