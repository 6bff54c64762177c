from campaign_blocks.kit.crispy import Wrapped


class Reveal(Wrapped):
    """A box and what it opens: the style sheet hides the rest until the box is ticked."""

    template = "petition/reveal.html"
