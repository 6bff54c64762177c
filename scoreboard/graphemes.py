"""How many characters people see: Bluesky counts those, and not code points."""

import unicodedata

ZWJ = "\u200d"
KEYCAP = "\u20e3"


def grapheme_length(text: str) -> int:
    """By the rules of Unicode that matter in posts: marks, joined emoji, flags, skin tones."""
    length, joined, flags = 0, False, 0
    before = ""
    for character in unicodedata.normalize("NFC", text):
        if before == "\r" and character == "\n":
            before = character
            continue
        flags = flags + 1 if is_flag_letter(character) else 0
        if not (length and (joined or extends(character) or flags == 2)):
            length += 1
        flags %= 2
        joined = character == ZWJ
        before = character
    return length


def extends(character: str) -> bool:
    """Changes the character before it instead of standing alone."""
    code = ord(character)
    return (
        unicodedata.category(character) in {"Mn", "Me", "Mc"}
        or character in {ZWJ, KEYCAP}
        or 0xFE00 <= code <= 0xFE0F
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xE0020 <= code <= 0xE007F
    )


def is_flag_letter(character: str) -> bool:
    return 0x1F1E6 <= ord(character) <= 0x1F1FF
