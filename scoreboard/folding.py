import unicodedata


def fold(words: str) -> str:
    """Lower case without accents and punctuation: 'Jesús "Chuy" García' and 'garcia' meet."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())
