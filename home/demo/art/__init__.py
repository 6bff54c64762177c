"""The demo's pictures: drawn here with Pillow, the same on every machine, nothing downloaded."""
