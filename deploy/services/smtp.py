import sys

from deploy.services import packages, places, processes, wire
from deploy.services.service import Service


class MailSink(Service):
    """Accepts every message and keeps it in a Maildir; delivers nothing."""

    name = "smtp"
    variable = "SMTP_TEST_URL"
    first_port = 25250

    def launch(self, port: int) -> None:
        try:
            import aiosmtpd  # noqa: F401  a development requirement; asked for here, run below
        except ImportError as error:
            raise packages.Missing("aiosmtpd is missing: run make services") from error
        keeper = ["-c", "aiosmtpd.handlers.Mailbox", str(self.folder / "maildir")]
        listen = ["-n", "-l", f"{places.LOOPBACK}:{port}"]
        command = [sys.executable, "-m", "aiosmtpd", *listen, *keeper]
        processes.start(self.name, command, folder=self.folder, own_user=False)

    def url(self, port: int) -> str:
        return f"smtp://{places.LOOPBACK}:{port}"

    def answers(self) -> bool:
        return wire.exchange(self.address, b"QUIT\r\n").startswith(b"220")

    def extras(self) -> dict[str, str]:
        return {} if self.given else {"SMTP_TEST_FOLDER": str(self.folder / "maildir")}
