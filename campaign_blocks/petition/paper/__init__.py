"""Signatures that were made on paper or offline: checked whole, then imported, and undoable."""
