"""One spelling for parties that sources write in several ways."""

_NAMES = {
    "D": "Democrat",
    "DEMOCRATIC": "Democrat",
    "R": "Republican",
    "I": "Independent",
    "ID": "Independent",
    "L": "Libertarian",
}


def party_name(words: str) -> str:
    """'D', 'Democratic' and 'Democrat' are one party; other names stay as they are."""
    return _NAMES.get(words.upper(), words)


def party_code(name: str) -> str:
    """Initials to stand behind a name: D, R, I, 'Te Pati Maori' is TPM, 'DUP' stays."""
    words = name.split()
    if len(words) == 1 and name.isupper():
        return name[:8]
    return words[0][:1].upper() if len(words) == 1 else "".join(w[0] for w in words)[:8].upper()
