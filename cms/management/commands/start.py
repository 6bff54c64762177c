import os
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from cms.processes import Processes
from cms.static_stamp import static_is_current, write_stamp
from home.demo.build import Demo, demo_is_wanted


class Command(BaseCommand):
    help = (
        "Prepares the database, builds the demo campaign if there is none, and runs web server "
        "and worker on this machine until Ctrl-C. Example: PORT=8000 manage.py start"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))

    def handle(self, *args: Any, **options: Any) -> None:
        self.prepare()
        logins = self.demo()
        self.announce(options["port"], logins)
        Processes(port=options["port"], say=self.stdout.write).run()

    def prepare(self) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        if not static_is_current():
            self.stdout.write("Collecting static files ...")
            call_command("collectstatic", verbosity=0, interactive=False)
            write_stamp()

    def demo(self) -> Demo | None:
        if not demo_is_wanted():
            return None
        self.stdout.write("Building the demo campaign ...")
        return Demo.build(legislators=os.environ.get("LEGISLATORS"))

    def announce(self, port: int, logins: Demo | None) -> None:
        here = f"http://127.0.0.1:{port}"
        lines = ["", f"  Site      {here}/", f"  Editors   {here}/admin/"]
        lines += [f"  Partner   {here}{path}" for path in (logins.partner_paths if logins else ())]
        lines += [
            f"  Login     {name} / {word}" for name, word in (logins.logins if logins else ())
        ]
        if settings.EMAIL_BACKEND.endswith("filebased.EmailBackend"):
            lines.append(f"  Mail      lands as files in {settings.EMAIL_FILE_PATH}")
        self.stdout.write("\n".join([*lines, "", "  Ctrl-C stops everything.", ""]))
