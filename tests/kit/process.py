"""A second process with its own list of plugins."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KIT = "campaign_blocks.kit"

STRANGER = {
    "__init__.py": "",
    "blocks.py": """
from wagtail.blocks import CharBlock
from campaign_blocks.kit.blocks import CampaignBlock
from campaign_blocks.kit.groups import CASE
class StrangeBlock(CampaignBlock):
    {field} = CharBlock()
    class Meta:
        icon = "edit"
        group = CASE
        description = "Strange."
        template = "strange.html"
        preview_value = {{}}
""",
    "wagtail_hooks.py": """
from wagtail import hooks
from {name}.blocks import StrangeBlock
@hooks.register("register_campaign_block")
def strange():
    return "{name}", StrangeBlock()
""",
}


def write_plugin(folder, name, field="words"):
    """A stranger's plugin of one block with one field, importable from `folder`."""
    package = folder / name
    package.mkdir(exist_ok=True)
    for file, text in STRANGER.items():
        (package / file).write_text(text.format(name=name, field=field) if text else "")
    templates = package / "templates"
    templates.mkdir(exist_ok=True)
    (templates / "strange.html").write_text("{{ value }}")


def run(*arguments, plugins=(KIT,), folder=None):
    """(exit code, output) of a Python process with these plugins installed."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.kit.small_settings",
        "KIT_PLUGINS": ",".join(plugins),
        "PYTHONPATH": os.pathsep.join(str(part) for part in (ROOT, folder) if part),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr
