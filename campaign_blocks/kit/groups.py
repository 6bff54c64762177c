"""The six groups of the block menu, in the order of a page from top to bottom."""

from django.utils.translation import gettext_lazy as _

TOP = _("Top of page")
CASE = _("Make the case")
ACTION = _("Take action")
EVIDENCE = _("Show the evidence")
PEOPLE = _("People and partners")
EXTRAS = _("Extras")

GROUPS = (TOP, CASE, ACTION, EVIDENCE, PEOPLE, EXTRAS)
