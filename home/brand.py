"""The site's own colours, guarded: whatever an editor chooses, text stays readable (WCAG 2.2)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from home.oklch import from_hex, linear, to_hex

INK, PAPER, BLACK = "#14110F", "#FFFFFF", "#000000"
NIGHT_SAND = "#221D19"  # the lightest ground of the dark theme
READABLE = 4.5  # WCAG 2.2, 1.4.3
STEP = 0.005


def luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB" (WCAG 2.2 definition), 0 to 1."""
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_on(colour: str) -> str:
    """Ink or white, whichever reads better; pure black where neither reaches 4.5."""
    best = max((INK, PAPER), key=lambda text: contrast(text, colour))
    if contrast(best, colour) >= READABLE:
        return best
    return max((BLACK, PAPER), key=lambda text: contrast(text, colour))


def readable(colour: str, *grounds: str) -> str:
    """The colour, moved in lightness alone until it reads as text on every ground."""
    start = from_hex(colour)
    step = -STEP if luminance(grounds[0]) > 0.18 else STEP
    lightness = start.lightness
    while min(contrast(colour, ground) for ground in grounds) < READABLE:
        lightness = min(1.0, max(0.0, lightness + step))
        colour = to_hex(start._replace(lightness=lightness))
    return colour


@dataclass(frozen=True)
class Palette:
    """A primary colour and a background tint with everything derived from them."""

    primary: str
    on_primary: str
    text_by_day: str
    text_by_night: str
    tint: str

    def css(self) -> str:
        """A stylesheet of tokens; the themes and bands take them from there."""
        return (
            f":root{{--alarm:{self.primary};--on-alarm:{self.on_primary};"
            f"--alarm-day:{self.text_by_day};--alarm-night:{self.text_by_night};"
            f"--tint:{self.tint}}}"
        )

    def notes(self) -> list[str]:
        """What the guard did, in sentences for the editor."""
        found = []
        white, used = contrast(PAPER, self.primary), contrast(self.on_primary, self.primary)
        if self.on_primary != PAPER:
            found.append(
                _(
                    "White text on this colour reads %(white).1f:1. "
                    "We use black text instead (%(used).1f:1)."
                )
                % {"white": white, "used": used}
            )
        if self.text_by_day != self.primary:
            found.append(
                _("As text on white this colour is too light; we use %(colour)s (%(ratio).1f:1).")
                % {"colour": self.text_by_day, "ratio": contrast(self.text_by_day, PAPER)}
            )
        return found


def palette(primary: str, tint: str) -> Palette:
    """From two colours "#RRGGBB". A tint too dark to carry ink becomes lighter."""
    primary, tint = primary.upper(), readable_ground(tint.upper())
    return Palette(
        primary=primary,
        on_primary=text_on(primary),
        text_by_day=readable(primary, PAPER, tint),
        text_by_night=readable(primary, NIGHT_SAND),
        tint=tint,
    )


def readable_ground(tint: str) -> str:
    """Bands in the tint carry quiet text (#6B6257) too, which needs a light ground."""
    start = from_hex(tint)
    lightness = start.lightness
    while contrast("#6B6257", tint) < READABLE:
        lightness = min(1.0, lightness + STEP)
        tint = to_hex(start._replace(lightness=lightness))
    return tint
