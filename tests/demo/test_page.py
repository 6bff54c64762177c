import csv
import re

from django.test import override_settings

from home.demo import words
from home.demo.coalition import FILE
from home.demo.sections import BILL_PAGE
from home.demo.site import demo_home
from tests.demo.building import DemoTestCase
from tests.demo.reading import Reader, plain, source_text

HEADINGS = [
    "BAN FACIAL RECOGNITION",
    "Participating Organizations",
    "Regulation is not enough",
    "It's Broken",
    "It’s invasive",
    "It's Unjust",
    "It's Vulnerable",
    "It’s dangerous",
    "It threatens our future",
    "Where is facial recognition happening?",
    "Congressional Scoreboard",
    "What can I do?",
]
SECTIONS = [
    "opening_petition",
    "orgs",
    "argument",
    "video",
    *["argument"] * 6,
    "button",
    "map",
    "scoreboard",
    "local",
    "embed",
    "share",
]
NOT_PROSE = re.compile(r" logo$|^\s*•|glitching video effect|^Map image|^Click here to play video")


@override_settings(ALLOWED_HOSTS=["*"])
class CampaignPage(DemoTestCase):
    def setUp(self):
        self.html = self.client.get("/").content.decode()
        self.page = Reader(self.html)

    def test_page__sixteen_sections_of_installed_kinds(self):
        kinds = [section.block_type for section in demo_home().body]
        assert kinds == SECTIONS
        shown = re.findall(r'class="section section--(\w+)', self.html)
        assert shown == SECTIONS

    def test_page__headings_of_2020_in_their_order(self):
        read = [plain(heading) for heading in self.page.headings]
        assert [heading for heading in read if heading in HEADINGS] == HEADINGS

    def test_page__one_first_heading(self):
        assert self.html.count("<h1") == 1

    def test_page__every_paragraph_of_2020_word_for_word(self):
        lines = [line.strip() for line in source_text().splitlines()]
        wanted = [plain(line) for line in lines if line and not NOT_PROSE.search(line)]
        shown = self.page.text
        assert len(wanted) > 25
        assert [line for line in wanted if line.lower() not in shown.lower()] == []

    def test_page__consent_sentence_word_for_word(self):
        assert words.CONSENT in self.page.text

    def test_page__forty_one_logos_named_after_their_organizations(self):
        with FILE.open(encoding="utf-8") as file:
            names = [row["name"] for row in csv.DictReader(file)]
        assert len(names) == 41
        assert [alt for alt in self.page.alts if alt in names] == names

    def test_page__pictures_are_described_not_their_effect(self):
        assert len(self.page.alts) >= 41 + 15
        for alt in self.page.alts:
            assert alt is not None
            assert not re.search("glitch|effect|logo|image of", alt, re.IGNORECASE)

    def test_page__bill_can_be_read(self):
        assert f'href="{BILL_PAGE}"' in self.html

    def test_page__no_video_before_the_click(self):
        player = re.search(r"<video[^>]*>.*?</video>", self.html, re.DOTALL).group()
        assert 'preload="none"' in player and "autoplay" not in player
        assert '<track kind="captions"' in player

    def test_page__partner_greets_over_the_same_words(self):
        for path in self.demo.partner_paths:
            html = self.client.get(path).content.decode()
            assert "Regulation is not enough" in html
        assert "Your face is not a warrant" in self.client.get(self.demo.partner_paths[0]).text

    def test_page__prose_pages_answer(self):
        assert "sets no cookie" in plain(Reader(self.client.get("/privacy/").text).text)
        assert "S.4084" in self.client.get("/about/").text
