from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from campaign_blocks.kit.preloading import RecordChoice
from campaign_blocks.petition.models import Petition
from campaign_blocks.petition.models.choices import PetitionKind


class OfKind:
    """Offers petitions to petition sections and sign-ups to sign-up sections."""

    kind = PetitionKind.PETITION

    def get_object_list(self) -> QuerySet[Petition]:
        return Petition.objects.filter(kind=self.kind)


class ChoosePetition(OfKind, ChooseView):
    pass


class ChoosePetitionResults(OfKind, ChooseResultsView):
    pass


class ChooseSignup(OfKind, ChooseView):
    kind = PetitionKind.SIGNUP


class ChooseSignupResults(OfKind, ChooseResultsView):
    kind = PetitionKind.SIGNUP


class PetitionChooserViewSet(ChooserViewSet):
    model = "petition.Petition"
    base_block_class = RecordChoice
    icon = "edit"
    choose_one_text = _("Choose a petition")
    choose_another_text = _("Choose another petition")
    edit_item_text = _("Edit this petition")
    choose_view_class = ChoosePetition
    choose_results_view_class = ChoosePetitionResults


class SignupChooserViewSet(ChooserViewSet):
    model = "petition.Petition"
    base_block_class = RecordChoice
    icon = "home"
    register_widget = False
    choose_one_text = _("Choose a sign-up")
    choose_another_text = _("Choose another sign-up")
    edit_item_text = _("Edit this sign-up")
    choose_view_class = ChooseSignup
    choose_results_view_class = ChooseSignupResults


petition_chooser = PetitionChooserViewSet("petition_chooser")
signup_chooser = SignupChooserViewSet("signup_chooser")
PetitionChooserBlock: Any = petition_chooser.get_block_class(
    name="PetitionChooserBlock", module_path="campaign_blocks.petition.choosers"
)
SignupChooserBlock: Any = signup_chooser.get_block_class(
    name="SignupChooserBlock", module_path="campaign_blocks.petition.choosers"
)
