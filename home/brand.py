"""The site's own colours, guarded: whatever an editor chooses, text stays readable (WCAG 2.2)."""

from dataclasses import dataclass

INK, PAPER = "#14110F", "#FFFFFF"
READABLE = 4.5  # WCAG 2.2, 1.4.3


def luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB" (WCAG 2.2 definition), 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_on(colour: str) -> str:
    return max((INK, PAPER), key=lambda text: contrast(text, colour))


def darkened(colour: str, ground: str = PAPER) -> str:
    """The nearest darker shade that reads as text on the ground."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    while contrast(colour, ground) < READABLE and any(parts):
        parts = [int(part * 0.96) for part in parts]
        colour = "#{:02X}{:02X}{:02X}".format(*parts)
    return colour


@dataclass(frozen=True)
class Palette:
    primary: str
    on_primary: str
    primary_text: str
    tint: str

    def css(self) -> str:
        return (
            f":root{{--alarm:{self.primary};--on-alarm:{self.on_primary};"
            f"--alarm-text:{self.primary_text};--sand:{self.tint}}}"
        )


def palette(primary: str, tint: str) -> Palette:
    return Palette(primary.upper(), text_on(primary), darkened(primary), tint.upper())
