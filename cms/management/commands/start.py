import os
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from campaign_blocks.partners.models import PartnerPage
from cms.processes import Processes
from cms.static_stamp import static_is_current, write_stamp
from home.demo.build import Demo, demo_is_wanted
from home.demo.logins import demo_people


class Command(BaseCommand):
    help = (
        "Prepares the database, builds the demo campaign if there is none, and runs web server "
        "and worker on this machine until Ctrl-C. Example: PORT=8000 manage.py start"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))

    def handle(self, *args: Any, **options: Any) -> None:
        self.prepare()
        self.demo()
        self.announce(options["port"])
        Processes(port=options["port"], say=self.stdout.write).run()

    def prepare(self) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        if not static_is_current():
            self.stdout.write("Collecting static files ...")
            call_command("collectstatic", verbosity=0, interactive=False)
            write_stamp()

    def demo(self) -> None:
        if demo_is_wanted():
            self.stdout.write("Building the demo campaign ...")
            Demo.build(legislators=os.environ.get("LEGISLATORS"))

    def announce(self, port: int) -> None:
        here = f"http://127.0.0.1:{port}"
        lines = ["", f"  Site      {here}/", f"  Editors   {here}/admin/"]
        for page in PartnerPage.objects.active():
            lines.append(f"  Partner   {here}{page.get_absolute_url()}")
        for name in demo_people():
            lines.append(f"  Login     {name} / {settings.DEMO_PASSWORD}")
        if folder := getattr(settings, "EMAIL_FILE_PATH", None):
            lines.append(f"  Mail      lands as files in {folder}")
        self.stdout.write("\n".join([*lines, "", "  Ctrl-C stops everything.", ""]))
