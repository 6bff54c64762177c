"""The demo campaign: the page of 2020 as ordinary content that an editor can change."""
