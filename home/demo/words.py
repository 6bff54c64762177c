"""The words of the campaign page of 2020, as its visitors read them."""

TITLE = "BAN FACIAL RECOGNITION"

LEAD = (
    "Facial recognition is unreliable, unjust, and a threat to basic rights and safety. There are "
    "more and more examples of government and law enforcement using this technology, which is why "
    "we need to act now to stop it. Send a message to your lawmakers to demand they support "
    "legislation to ban facial recognition."
)

CONSENT = (
    "By signing this petition you agree to receive occasional emails from one or more sponsor "
    "organization. You may of course unsubscribe at any time."
)

ORGANIZATIONS = "Participating Organizations"

REGULATION = "Regulation is not enough"
REGULATION_TEXT = (
    "Like nuclear or biological weapons, facial recognition poses a threat to human society and "
    "basic liberty that far outweighs any potential benefits. Silicon Valley lobbyists are "
    "disingenuously calling for light “regulation” of facial recognition so they can continue to "
    "profit by rapidly spreading this surveillance dragnet. They’re trying to avoid the real "
    "debate: whether technology this dangerous should even exist. Industry-friendly and "
    "government-friendly oversight will not fix the dangers inherent in law enforcement's use of "
    "facial recognition: we need an all-out ban."
)

# Heading, text, and the pictures that stand beside it.
ARGUMENTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "It's Broken",
        "Facial recognition surveillance programs identify the wrong person up to 98% of the time. "
        "These errors have real-world impacts, including harassment, wrongful imprisonment, and "
        "deportation.",
        ("broken-two-for-one", "broken-line-up", "broken-child"),
    ),
    (
        "It’s invasive",
        "Law enforcement officers frequently search facial recognition databases without "
        "warrants—or even reasonable suspicion that you’ve done anything wrong. This violates the "
        "Fourth Amendment ... and our basic human rights.",
        ("invasive-crossing", "invasive-embrace", "invasive-kite"),
    ),
    (
        "It's Unjust",
        "Facial recognition software programmatically misidentifies people of color, women, and "
        "children—supercharging discrimination and putting vulnerable people at greater risk of "
        "systemic abuse.",
        ("unjust-three-women",),
    ),
    (
        "It's Vulnerable",
        "Once our biometric information is collected and stored in government databases, it’s an "
        "easy target for identity thieves or state-sponsored hackers. Successful attacks have "
        "already happened, and will only grow more commonplace as government surveillance expands.",
        ("vulnerable-screens", "vulnerable-open-lock"),
    ),
    (
        "It’s dangerous",
        "Police officers across the United States routinely abuse confidential databases to spy on "
        "exes, business partners, neighbors, and journalists.",
        ("dangerous-shields", "dangerous-bars"),
    ),
    (
        "It threatens our future",
        "Facial recognition is unlike any other form of surveillance. It enables automated and "
        "ubiquitous monitoring of an entire population, and it is nearly impossible to avoid. If "
        "we don’t stop it from spreading, it will be used not to keep us safe, but to control and "
        "oppress us—just as it is already being used in authoritarian states.",
        ("future-ranks", "future-answer"),
    ),
)

READ = "Read the bill"

MAP = "Where is facial recognition happening?"
MAP_TEXT = (
    "Facial recognition software is already being used across America. Thankfully, laws are being "
    "proposed and passed to stop the spread of this dangerous technology. Click on the map below "
    "to see what’s happening near you, and to learn how you can help this important cause."
)

SCOREBOARD = "Congressional Scoreboard"
SCOREBOARD_TEXT = (
    "We’re tracking who really supports banning facial recognition.",
    "Send a message to legislators highlighted in red to call on them to protect our safety, our "
    "privacy, and our essential rights by sponsoring the Facial Recognition and Biometric "
    "Technology Moratorium Act of 2020, or to thank them if they’re already sponsoring. If you "
    "don’t have Twitter, you can send a message directly to your legislators.",
)

ACT = "What can I do?"
ACT_TEXT = (
    "San Francisco, CA, Oakland, CA, Berkeley, CA, and Somerville, MA have already passed local "
    "ordinances banning facial recognition. Sign up now to help kickstart more local & "
    "state-level efforts:"
)
EMBED_TEXT = (
    "If you run a website and would like to spread the word to your visitors, you can embed our "
    "map on any web page using the embed code below:"
)
SHARE_TEXT = (
    "And don’t forget to spread the word on social media so that your friends and family know "
    "that use of this dangerous technology is spreading across the country."
)
