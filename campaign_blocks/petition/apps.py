from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class PetitionConfig(AppConfig):
    name = "campaign_blocks.petition"
    label = "petition"
    verbose_name = _("Petition")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Models of this app exist only now.
        from anymail.signals import tracking

        from campaign_blocks.kit.versions import bump_on_save
        from campaign_blocks.petition.forgetting import forget_on_save
        from campaign_blocks.petition.guards import drop_guards, make_guards
        from campaign_blocks.petition.models import AskingOrganization, Petition
        from campaign_blocks.petition.services.bounces import hear

        bump_on_save(Petition, AskingOrganization, family="petitions")
        forget_on_save()
        tracking.connect(hear, dispatch_uid="petition-bounces")
        pre_migrate.connect(drop_guards, sender=self, dispatch_uid="petition-guards")
        post_migrate.connect(make_guards, sender=self, dispatch_uid="petition-guards")
