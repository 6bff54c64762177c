"""Programs that tests run themselves: the browser, and the proxy with the page cache."""

import os
from collections.abc import Mapping

from deploy.services import packages

# Each with the environment variable that names another one.
PROGRAMS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "chromium": ("CHROMIUM", ("chromium", "chromium-browser", "google-chrome")),
    "nginx": ("NGINX", ("nginx",)),
}
PACKAGES = {"chromium": "chromium", "nginx": "nginx-light"}


def find(name: str) -> str | None:
    """The program that the variable names, else the first one on the PATH."""
    variable, names = PROGRAMS[name]
    named = os.environ.get(variable)
    if named:
        return packages.find(named)
    return next(filter(None, map(packages.find, names)), None)


def obtain(name: str) -> str | None:
    """The same, and the Debian package when there is none."""
    found = find(name)
    if found is None and packages.apt_install(PACKAGES[name]):
        found = find(name)
    return found
