"""Installing, changing, reordering or removing plugins never makes a migration in home."""

import pytest

from tests.kit.process import KIT, run, write_plugin

CHECK = ("manage.py", "makemigrations", "home", "--check", "--dry-run")
INSTALLED = {
    "none but the kit": (KIT,),
    "two strangers": ("strange_one", "tests.acme_poll", KIT),
    "the other order": (KIT, "tests.acme_poll", "strange_one"),
}


@pytest.mark.parametrize("case", INSTALLED)
def test_makemigrations__finds_no_change(tmp_path, case):
    write_plugin(tmp_path, "strange_one")
    answer = run(*CHECK, plugins=INSTALLED[case], folder=tmp_path)
    assert answer == (0, "No changes detected in app 'home'\n")


def test_makemigrations__finds_no_change_after_a_plugin_changed(tmp_path):
    """The cases above saw the field `words`."""
    write_plugin(tmp_path, "strange_one", field="other_words")
    assert run(*CHECK, plugins=("strange_one", KIT), folder=tmp_path)[0] == 0


PREFIXES = """
import django; django.setup()
from campaign_blocks.kit.registry import campaign_blocks
from wagtail.blocks import Block, CharBlock
if {warm}: [CharBlock() for _ in range(7)]
for name, block in campaign_blocks().items():
    assert Block.definition_registry[block.definition_prefix] is block
    print(name, block.definition_prefix)
"""


def test_preview_address__is_the_same_in_every_process(tmp_path):
    write_plugin(tmp_path, "strange_one")
    both = [
        run("-c", PREFIXES.format(warm=warm), plugins=plugins, folder=tmp_path)
        for warm, plugins in ((False, ("strange_one", KIT)), (True, (KIT, "strange_one")))
    ]
    assert both[0] == both[1]
    assert "strange_one campaign-strange_one\n" in both[0][1]
    assert both[0][0] == 0
