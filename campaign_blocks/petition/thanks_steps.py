"""The asks of the thank-you page, in staff's order and words, else in ours."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from campaign_blocks.kit.doors import follow_ups
from campaign_blocks.kit.sharing import Sharing
from campaign_blocks.petition.models import Petition, ThanksStep
from campaign_blocks.petition.models.choices import PetitionKind, ThanksStepKind

SHARE, LAWMAKERS = ThanksStepKind.SHARE, ThanksStepKind.LAWMAKERS
SIGNUP, DONATE, LINK = ThanksStepKind.SIGNUP, ThanksStepKind.DONATE, ThanksStepKind.LINK
IN_OUR_ORDER = (SHARE, LAWMAKERS, SIGNUP)
MOST_SIGNUPS = 3
Words = tuple[str | Promise, str | Promise, str | Promise]
WORDS: dict[str, Words] = {
    SHARE: (_("Now pass it on"), _("Most people sign because somebody they know asked them."), ""),
    LAWMAKERS: (
        _("Ask your own lawmakers"),
        _("Enter your ZIP code to see who speaks for you, where they stand and how to reach them."),
        "",
    ),
    SIGNUP: (_("Do something where you live"), "", _("Sign me up")),
    DONATE: (_("Keep the campaign going"), _("It lives on small gifts."), _("Donate")),
    LINK: (_("One more thing"), "", _("Open")),
}


@dataclass(frozen=True, kw_only=True)
class Step:
    """One ask; `kind` names its template, what belongs to other kinds is empty."""

    kind: str
    heading: str
    text: str
    button: str = ""
    url: str = ""
    share: Sharing | None = None
    body: SafeString | None = None
    signups: Sequence[Petition] = ()

    @property
    def template(self) -> str:
        name = "link" if self.kind in (DONATE, LINK) else self.kind
        return f"petition/thanks_{name}.html"


def steps_of(petition: Petition, *, share: Sharing) -> list[Step]:
    """Without those that have nothing to offer: no plugin for lawmakers, no sign-up near by."""
    rows = list(petition.thanks_steps.all()) or [ThanksStep(kind=kind) for kind in IN_OUR_ORDER]
    made = [MAKERS[row.kind](petition, row, share) for row in rows]
    return [step for step in made if step]


def worded(row: ThanksStep, **facts: object) -> Step:
    heading, text, button = WORDS[row.kind]
    return Step(
        kind=row.kind,
        heading=row.heading or str(heading),
        text=row.text or str(text),
        button=row.button or str(button),
        **facts,  # type: ignore[arg-type]  # the fields of this kind
    )


def sharing_step(petition: Petition, row: ThanksStep, share: Sharing) -> Step:
    return worded(row, share=share)


def lawmakers_step(petition: Petition, row: ThanksStep, share: Sharing) -> Step | None:
    door = follow_ups().get(LAWMAKERS)
    return worded(row, body=door.render()) if door else None


def signup_step(petition: Petition, row: ThanksStep, share: Sharing) -> Step | None:
    found = next_signups(petition)
    return worded(row, signups=found) if found else None


def link_step(petition: Petition, row: ThanksStep, share: Sharing) -> Step | None:
    return worded(row, url=row.url) if row.url else None


MAKERS: dict[str, Callable[[Petition, ThanksStep, Sharing], Step | None]] = {
    SHARE: sharing_step,
    LAWMAKERS: lawmakers_step,
    SIGNUP: signup_step,
    DONATE: link_step,
    LINK: link_step,
}


def next_signups(petition: Petition) -> list[Petition]:
    """Local sign-ups of the same campaign page; none after a sign-up."""
    if petition.kind == PetitionKind.SIGNUP:
        return []
    return list(Petition.objects.open().signups().filter(page=petition.page)[:MOST_SIGNUPS])
