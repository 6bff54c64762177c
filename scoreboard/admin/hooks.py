"""The doors through which imports, stances and reports enter admin and worker."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLResolver, include, path
from wagtail import hooks

from campaign_blocks.kit.doors import WorkerStep
from scoreboard.admin.imports import urls
from scoreboard.services.keep_current import sync_due
from scoreboard.services.tell_staff import tell_staff


@hooks.register("register_admin_urls")
def import_urls() -> list[URLResolver]:
    return [path("scoreboard/imports/", include(urls))]


@hooks.register("register_permissions")
def import_permission() -> "QuerySet[Permission]":
    return Permission.objects.filter(content_type__app_label="scoreboard", codename="import_people")


@hooks.register("register_worker_step")
def sync_step() -> WorkerStep:
    return WorkerStep("scoreboard.sync", 60.0, sync_due)


@hooks.register("register_worker_step")
def tell_step() -> WorkerStep:
    return WorkerStep("scoreboard.tell_staff", 60.0, tell_staff)
