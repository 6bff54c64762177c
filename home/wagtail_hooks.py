"""Where the petitions and the scoreboard meet: neighbours that do not know each other."""

from django.apps import apps
from wagtail import hooks

from campaign_blocks.kit.doors import ConstituentCounter, LetterWay

# A house without petitions counts nobody and sends no letters.
if apps.is_installed("campaign_blocks.petition"):
    from home.constituents import count_constituents
    from home.letter_ways import letter_way

    @hooks.register("register_constituent_counter")
    def signers_by_district() -> ConstituentCounter:
        return count_constituents

    @hooks.register("register_letter_way")
    def letters_through_a_petition() -> LetterWay:
        return letter_way
