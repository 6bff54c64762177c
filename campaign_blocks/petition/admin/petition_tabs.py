"""The edit form of a petition: seven tabs, in the order in which staff think of them."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)

from campaign_blocks.petition.admin.statement_warning import StatementWarning
from campaign_blocks.petition.identity.country_words import COUNTRY_NAMES
from campaign_blocks.petition.models.petition_rules import MOST_REQUIRED

MOST_ORGANIZATIONS = 8
MOST_STEPS = 8

WORDS = [
    FieldPanel("title"),
    FieldPanel("slug", help_text=_("The last part of its address: /petitions/ban-it/.")),
    FieldPanel("kind"),
    FieldPanel("ask"),
    FieldPanel("text", help_text=_("Why, in your words; stands beside the form on its own page.")),
    FieldPanel("button_label", help_text=_("Empty: “Sign the petition”, or “Sign me up”.")),
    FieldPanel("page"),
]
FORM = [
    HelpPanel(
        format_lazy(
            _(
                "Every question costs signatures. The form may insist on {most} answers at most, "
                "counting email, name (two when asked apart), postal code, the yes or no about "
                "emails, phone and comment."
            ),
            most=MOST_REQUIRED,
        ),
        heading=_("Ask little"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("home_country", widget=forms.Select(choices=list(COUNTRY_NAMES.items()))),
            FieldPanel("signers_abroad"),
        ],
        heading=_("Where signers live"),
    ),
    MultiFieldPanel(
        [FieldPanel("split_name"), FieldPanel("household_mailbox")], heading=_("Name and mailbox")
    ),
    MultiFieldPanel(
        [FieldPanel("phone_mode"), FieldPanel("phone_reason")], heading=_("Phone number")
    ),
    MultiFieldPanel(
        [
            FieldPanel("comment_mode", help_text=_("“Why do you sign?” For you alone to read.")),
            FieldPanel("ask_public"),
        ],
        heading=_("Words and names of signers"),
    ),
]
CONSENT = [
    MultiFieldPanel(
        [
            StatementWarning(),
            FieldPanel(
                "consent_mode",
                help_text=_(
                    "A statement alone is no valid consent in the European Union and the United "
                    "Kingdom: it is allowed only where nobody but people of the US can sign."
                ),
            ),
            FieldPanel("consent_statement"),
        ],
        heading=_("Emails from the campaign"),
    ),
    InlinePanel(
        "asking_organizations",
        heading=_("Organizations that ask too"),
        label=_("Organization"),
        max_num=MOST_ORGANIZATIONS,
        help_text=_(
            "Each asks in its own name, and people answer yes or no to each. The partner of a "
            "partner's page asks there anyway."
        ),
    ),
    MultiFieldPanel(
        [FieldPanel("privacy_note"), FieldPanel("privacy_url")], heading=_("Who gets the data")
    ),
    MultiFieldPanel(
        [FieldPanel("confirm_by_mail"), FieldPanel("remind")], heading=_("Confirmation by email")
    ),
]
COUNT = [
    MultiFieldPanel(
        [
            FieldPanel("show_from"),
            FieldPanel("goal_mode"),
            FieldRowPanel([FieldPanel("goal"), FieldPanel("goal_reason")]),
        ],
        heading=_("Count and goal"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
            FieldPanel(
                "closed_text",
                help_text=_(
                    "Stands in place of the form after the end: thank people, say what "
                    "happens with their names."
                ),
            ),
        ],
        heading=_("Opens and closes"),
    ),
    MultiFieldPanel([FieldPanel("won_at"), FieldPanel("victory_text")], heading=_("Won")),
]
LETTER = [
    MultiFieldPanel(
        [FieldPanel("letter_subject"), FieldPanel("letter_body")], heading=_("Message to lawmakers")
    ),
    MultiFieldPanel(
        [
            FieldPanel("letter_by_mail"),
            FieldPanel("letter_by_cwc"),
            FieldPanel("letter_pace"),
            FieldPanel("letters_paused"),
        ],
        heading=_("How letters go"),
    ),
]
MAILS = [
    FieldPanel("mail_from_name", help_text=_("Empty: the name of the campaign.")),
    InlinePanel(
        "mails",
        heading=_("Mails in your own words"),
        label=_("Mail"),
        help_text=_("Mails that are not listed here go out in our words."),
    ),
]
AFTERWARDS = [
    MultiFieldPanel(
        [FieldPanel("thanks_title"), FieldPanel("thanks_text")], heading=_("Thank-you page")
    ),
    InlinePanel(
        "thanks_steps",
        heading=_("Steps after signing"),
        label=_("Step"),
        max_num=MOST_STEPS,
        help_text=_("One ask after the other, in this order. Empty: sharing first."),
    ),
    FieldPanel(
        "share_text",
        help_text=_(
            "Goes with the link wherever people share it. “Copy link” alone copies nothing but the "
            "link, unless you write a text for it below."
        ),
    ),
    InlinePanel(
        "share_texts",
        heading=_("Other words for one channel"),
        label=_("Channel"),
        help_text=_(
            "With a text for “Copy link” visitors see and copy that text followed by the link, and "
            "the button says “Copy text and link”."
        ),
    ),
]

edit_handler = TabbedInterface(
    [
        ObjectList(WORDS, heading=_("Words")),
        ObjectList(FORM, heading=_("Form")),
        ObjectList(CONSENT, heading=_("Consent")),
        ObjectList(COUNT, heading=_("Count and time")),
        ObjectList(LETTER, heading=_("Letter")),
        ObjectList(MAILS, heading=_("Mails")),
        ObjectList(AFTERWARDS, heading=_("Afterwards")),
    ]
)
