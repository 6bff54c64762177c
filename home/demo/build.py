"""Building the demo campaign: stage by stage, each all or nothing, and never twice."""

from dataclasses import dataclass
from typing import Self

from django.urls import reverse

from campaign_blocks.kit.warming import warm_page
from home.demo.coalition import LANDING, build_landing_pages, build_organizations, rows
from home.demo.congress import build_congress, read_roster
from home.demo.library import build_library
from home.demo.logins import build_logins
from home.demo.mapping import build_map
from home.demo.petitions import build_petitions, tell_where_it_lives
from home.demo.plan import plan
from home.demo.records import Records
from home.demo.removal import remove_demo
from home.demo.site import build_site, demo_home
from home.models import HomePage
from scoreboard.imports.records import Roster


class OtherSite(Exception):
    """The database holds a site that is not the demo: nothing was changed."""


def demo_is_wanted() -> bool:
    """Only an empty database gets the demo by itself."""
    return not HomePage.objects.exists()


@dataclass(frozen=True)
class Demo:
    """What was made, and how to get in. `logins` holds name and password of new people only."""

    partner_paths: tuple[str, ...]
    logins: tuple[tuple[str, str], ...]
    made: tuple[str, ...]

    @classmethod
    def build(cls, *, reset: bool = False, legislators: str | None = None) -> Self:
        """Makes what is missing and leaves the rest alone, whatever editors did to it.

        Raises ImportProblem or OtherSite before anything is changed.
        """
        roster = checked(legislators, reset)
        if reset:
            remove_demo()
        records = Records()
        logins = build_stages(records, roster)
        if records.made:
            warm_page.call(records.page_id)
        paths = tuple(reverse("partners:landing", args=[slug]) for slug, *_ in LANDING)
        return cls(partner_paths=paths, logins=logins, made=tuple(records.made))

    @classmethod
    def planned(cls, *, reset: bool = False, legislators: str | None = None) -> list[str]:
        """What `build` would make; writes nothing."""
        made = plan(checked(legislators, reset))
        return ["remove the demo, then make it afresh", *made] if reset else made


def checked(legislators: str | None, reset: bool) -> Roster | None:
    if HomePage.objects.exists() and demo_home() is None:
        raise OtherSite("This database holds another site; the demo needs an empty one.")
    return read_roster(legislators, anew=reset)


def build_stages(records: Records, roster: Roster | None) -> tuple[tuple[str, str], ...]:
    build_library(records, {row["slug"]: row["name"] for row in rows()})
    build_organizations(records)
    build_petitions(records)
    build_map(records)
    build_congress(records, roster)
    build_site(records)
    tell_where_it_lives(records)
    build_landing_pages(records)
    return build_logins(records)
