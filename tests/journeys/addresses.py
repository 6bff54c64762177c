"""Every kind of public page of the demo, by address."""

PARTNERS = ["/with/restore-the-fourth/", "/with/oakland-privacy/"]
PAGES = [
    "/",
    "/petitions/ban-facial-recognition/",
    "/petitions/ban-facial-recognition/thanks/",
    "/scoreboard/",
    "/scoreboard/?state=MA&stance=sponsoring",
    "/map/",
    "/map/?state=CA&kind=ban",
    "/search/?q=San+Francisco",
    "/privacy/",
    *PARTNERS,
    "/no-such-page/",
]
EMBEDS = [
    "/embed/petition/ban-facial-recognition/",
    "/embed/map/",
    "/embed/scoreboard/",
]
