"""Installing what is missing, where this user may."""

import os
import shutil
import subprocess


class Missing(Exception):
    """A service can't be had here; the message says what to install."""


def program(name: str, package: str, *folders: str) -> str:
    """The path of a program; installs its Debian package when it is missing and root runs this."""
    found = find(name, *folders)
    if found is None and apt_install(package):
        found = find(name, *folders)
    if found is None:
        raise Missing(f"{name} is not installed: install the package {package}")
    return found


def find(name: str, *folders: str) -> str | None:
    path = os.pathsep.join([*folders, os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/bin"])
    return shutil.which(name, path=path)


def apt_install(package: str) -> bool:
    if os.getuid() != 0 or not shutil.which("apt-get"):
        return False
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", package]
    if not quiet(install):
        quiet(["apt-get", "update", "-q"])
        return quiet(install)
    return True


def quiet(command: list[str]) -> bool:
    print("  " + " ".join(command), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return done.returncode == 0
