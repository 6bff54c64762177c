"""The demo's standard pages, in sentences that are true of this software."""

from typing import NamedTuple


class Prose(NamedTuple):
    slug: str
    title: str
    summary: str
    html: str
    in_menu: bool = False


PRIVACY = Prose(
    slug="privacy",
    title="Privacy",
    summary="What we store when you sign, who gets it, and how you take it back.",
    html="""
<p>A campaign against surveillance does not watch its visitors.</p>
<h3>When you read</h3>
<p>This site sets no cookie for visitors, loads nothing from anybody else, and counts no visits.
A video from another site is loaded only after you press play.</p>
<h3>When you sign</h3>
<p>We store your name, your email address, your ZIP code or country, your message if you write
one, the words you agreed to, and which page and partner you came from. To tell people from
machines we keep a scrambled form of your network address that cannot be turned back and that
changes every day.</p>
<p>We publish one number: how many people have signed. We publish no names.</p>
<h3>Who gets it</h3>
<p>The organizations that run this campaign together. If you sign on a partner’s page, that
partner writes to you only if you say yes to the question that names it. We sell nothing and give
nothing to anybody else.</p>
<h3>Taking it back</h3>
<p>Every mail has a link that stops all further mail. Write to us and we send you everything that
we have stored about you, or erase it; your signature stays in the count as a number.</p>
""",
)

ABOUT = Prose(
    slug="about",
    title="About",
    summary="What this page is, who stood behind it in 2020, and where its facts come from.",
    in_menu=True,
    html="""
<p>In June 2020 a coalition of civil rights, privacy and community organizations asked Congress to
ban facial recognition. The Facial Recognition and Biometric Technology Moratorium Act was
introduced on June 25 in the Senate (S.4084) and in the House (H.R.7356).</p>
<p>This site rebuilds that campaign’s page as a demonstration. Its words are those of 2020.
Everything on it is ordinary content that editors can change: sections, petition, map, scoreboard
and partner pages.</p>
<h3>Where the facts come from</h3>
<ul>
<li>Members of Congress, sponsors and cosponsors: the public record of the 116th Congress, as of
June 2020.</li>
<li>Places on the map: each names its source. Coordinates: GeoNames, CC BY 4.0.</li>
<li>Pictures, film and logos: drawn for this demonstration. The logos are typographic and are not
the organizations’ own.</li>
</ul>
<p>The organizations are named because they took part in 2020. They do not run this
demonstration.</p>
""",
)

PAGES = (PRIVACY, ABOUT)
