from django.apps import AppConfig


class AcmePollConfig(AppConfig):
    """A stranger's plugin: an app entry, a hook, a block, a template; nothing of ours touched."""

    name = "tests.acme_poll"
    label = "acme_poll"
