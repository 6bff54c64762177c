"""The demo with thumbnails in place of its pictures: everything else is as visitors get it."""

from contextlib import ExitStack, contextmanager
from dataclasses import replace
from unittest.mock import patch

from django.test import TestCase
from PIL import Image

from home.demo.art.catalogue import PICTURES
from home.demo.build import Demo

SMALL = tuple(replace(p, draw=lambda: Image.new("RGB", (80, 60), "white")) for p in PICTURES)


@contextmanager
def thumbnails():
    with ExitStack() as stack:
        stack.enter_context(patch("home.demo.library.PICTURES", SMALL))
        stack.enter_context(
            patch("home.demo.library.draw", lambda mark: Image.new("L", (32, 16), 255))
        )
        stack.enter_context(patch("home.demo.build.warm_page"))
        stack.enter_context(patch("campaign_blocks.kit.page_changes.warm_page"))
        stack.enter_context(patch("campaign_blocks.organizations.signals.draw_logo"))
        yield


def build(**chosen):
    with thumbnails():
        return Demo.build(**chosen)


class DemoTestCase(TestCase):
    """One demo for all tests of a class."""

    @classmethod
    def setUpTestData(cls):
        cls.demo = build()
