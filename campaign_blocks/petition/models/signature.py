from datetime import datetime

from django.db import models
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from campaign_blocks.petition.models.choices import COUNTED, ConsentPurpose, SignatureState
from campaign_blocks.petition.models.plain_order import PlainOrder
from campaign_blocks.petition.models.suspicion import CLEARED_BY_MAIL, Suspicion


class SignatureQuerySet(models.QuerySet["Signature"]):
    def counted(self) -> "SignatureQuerySet":
        return self.filter(state__in=COUNTED)

    def unjudged(self) -> "SignatureQuerySet":
        return self.filter(judged_at=None)

    def pending_since_before(self, moment: datetime) -> "SignatureQuerySet":
        return self.filter(state=SignatureState.PENDING, created_at__lt=moment)

    def offered_in_public(self) -> "SignatureQuerySet":
        """Counted, with a name and a city that their signers want to be shown."""
        rows = self.filter(public=True, state=SignatureState.CONFIRMED)
        return rows.exclude(given_name="").exclude(city="")

    def through(self, organization_id: int) -> "SignatureQuerySet":
        """Counted signatures that came by one partner's page or embed."""
        return self.counted().filter(partner_id=organization_id)


class Signature(models.Model):
    """One person on one petition. The public count is never made from a query on this table."""

    petition = models.ForeignKey(
        "petition.Petition",
        verbose_name=_("petition"),
        on_delete=models.PROTECT,
        related_name="signatures",
        db_index=False,  # the unique constraint begins with it
    )
    # Of the mailbox, in any of its spellings.
    fingerprint = models.BinaryField(max_length=32)
    # Empty, but where several people may share a mailbox: then a digest of the name.
    person = models.BinaryField(max_length=16, default=b"", db_default=b"")
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.CharField(_("email"), max_length=254, blank=True)
    postal_code = models.CharField(_("ZIP or postal code"), max_length=12, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    given_name = models.CharField(_("first name"), max_length=60, blank=True, db_default="")
    phone = models.CharField(_("phone"), max_length=20, blank=True, db_default="")
    city = models.CharField(_("city"), max_length=80, blank=True, db_default="")
    comment = models.TextField(_("comment"), blank=True, db_default="")
    public = models.BooleanField(
        _("may be shown"),
        default=False,
        db_default=False,
        help_text="The signer agreed that first name and city are shown.",
    )
    shown_at = models.DateTimeField(_("let through by staff"), null=True)
    hidden_at = models.DateTimeField(_("kept out by staff"), null=True)
    message = models.TextField(_("message to lawmakers"), blank=True)
    state = models.CharField(_("state"), max_length=11, choices=SignatureState)
    held_from = models.CharField(
        max_length=11,
        blank=True,
        db_default="",
        help_text="The state to which a restored signature returns.",
    )
    suspect_for = models.CharField(
        _("suspect for"), max_length=10, choices=Suspicion, blank=True, db_default=""
    )
    held_at = models.DateTimeField(null=True, help_text="Since when it is held.")
    # The page and the partner come from a signed token; a page deleted since is no error.
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    partner = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("partner"),
        null=True,
        on_delete=models.PROTECT,
        related_name="signatures",
    )
    source = models.CharField(_("source"), max_length=40, blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    address_block = models.BinaryField(
        max_length=16,
        default=b"",
        help_text="HMAC of the sender's address under a key of one day; empty when exempt.",
    )
    on_paper = models.BooleanField(_("on paper"), default=False, db_default=False)
    seconds_taken = models.PositiveIntegerField(
        null=True, help_text="From the making of the form to its arrival; none when unknown."
    )
    created_at = models.DateTimeField(_("signed"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)
    judged_at = models.DateTimeField(_("judged"), null=True)

    objects = SignatureQuerySet.as_manager()
    # Nobody asks where a signature's page is used; without this each deleted row costs two queries.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        default_permissions = ("view",)
        permissions = [("export_signature", _("Can export signatures"))]
        constraints = [
            models.UniqueConstraint(
                fields=["petition", "fingerprint", "person"], name="signature_once_per_person"
            ),
            models.CheckConstraint(
                name="signature_state_known",
                condition=models.Q(state__in=SignatureState.values),
            ),
        ]
        indexes = [
            models.Index(fields=["fingerprint"], name="signature_mailbox"),
            models.Index(fields=["address_block", "created_at"], name="signature_rate"),
            models.Index(fields=["petition", "created_at"], name="signature_recent"),
            models.Index(
                fields=["id"], condition=models.Q(judged_at=None), name="signature_unjudged"
            ),
            models.Index(
                fields=["petition", "-id"],
                condition=models.Q(public=True),
                name="signature_in_public",
            ),
            models.Index(
                fields=["state", "id"],
                condition=~models.Q(state=SignatureState.CONFIRMED),
                name="signature_not_confirmed",
            ),
            models.Index(PlainOrder(Upper("name")), name="signature_by_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_state_display()})"

    @property
    def waits_for_mail(self) -> bool:
        """Whether a press on the button in the confirmation mail makes it count."""
        if self.state == SignatureState.SUSPECT:
            return self.suspect_for in CLEARED_BY_MAIL
        return self.state == SignatureState.PENDING

    @property
    def shown_name(self) -> str:
        """For lists, also where the name is gone."""
        return self.name or self.get_state_display()

    @property
    def campaign_mail(self) -> bool:
        """Whether the campaign may write, by the latest word of the signer."""
        return self.latest_word(ConsentPurpose.CAMPAIGN_MAIL)

    @property
    def partner_mail(self) -> bool:
        return self.latest_word(ConsentPurpose.PARTNER_MAIL)

    def latest_word(self, purpose: ConsentPurpose) -> bool:
        words = [row for row in self.consents.all() if row.purpose == purpose]
        return max(words, key=lambda row: row.pk).granted if words else False

    @property
    def mail_sent(self) -> str:
        rows = self.messages.order_by("pk")
        return "; ".join(f"{row.get_kind_display()}: {row.get_state_display()}" for row in rows)
