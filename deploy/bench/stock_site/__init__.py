"""An app that is copied into the project that `wagtail start` makes; nothing here imports it."""
