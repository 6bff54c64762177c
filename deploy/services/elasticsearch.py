import os
import shutil
from pathlib import Path

from deploy.services import elastic_server, packages, places, processes, wire
from deploy.services.service import Service

SETTINGS = {
    "cluster.name": "campaign-tests",
    "discovery.type": "single-node",
    "network.host": places.LOOPBACK,
    "xpack.security.enabled": "false",
    "cluster.routing.allocation.disk.threshold_enabled": "false",
    "action.destructive_requires_name": "false",
}


class Elasticsearch(Service):
    """One node without security, 512 MB of heap."""

    name = "elasticsearch"
    variable = "ELASTICSEARCH_TEST_URL"
    first_port = 59200
    patience = 180

    def launch(self, port: int) -> None:
        java = packages.program("java", "openjdk-17-jre-headless")
        home = self.unpacked(elastic_server.obtain())
        settings = {
            **SETTINGS,
            "http.port": str(port),
            "transport.port": str(places.free_port(self.first_port + 500)),
        }
        lines = [f"{key}: {value}\n" for key, value in settings.items()]
        (home / "config" / "elasticsearch.yml").write_text("".join(lines))
        places.hand_over(self.folder)
        # What bin/elasticsearch does; the archive leaves that one script out.
        environment = {
            "CLI_NAME": "server",
            "CLI_LIBS": "lib/tools/server-cli",
            "ES_JAVA_HOME": str(Path(os.path.realpath(java)).parents[1]),
            "ES_JAVA_OPTS": "-Xms512m -Xmx512m",
            "ES_TMPDIR": str(home / "tmp"),
        }
        command = [str(home / "bin" / "elasticsearch-cli")]
        processes.start(self.name, command, folder=home, environment=environment)

    def unpacked(self, server: Path) -> Path:
        """A copy that the unprivileged user may read; a home folder under /root is closed to it."""
        home = self.folder / "home"
        if not home.exists():
            shutil.copytree(server, home)
        for name in ("data", "logs", "tmp"):
            (home / name).mkdir(exist_ok=True)
        return home

    def url(self, port: int) -> str:
        return f"http://{places.LOOPBACK}:{port}"

    def answers(self) -> bool:
        health = wire.fetch_json(self.address + "/_cluster/health")
        return health.get("status") in {"green", "yellow"}
