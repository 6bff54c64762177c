from wagtail import hooks

from campaign_blocks.kit.doors import StandingFinder
from home.standings import find_standings


@hooks.register("register_standing_finder")
def lawmakers_of_a_state() -> StandingFinder:
    return find_standings
