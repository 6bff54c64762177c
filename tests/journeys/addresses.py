"""Every kind of public page of the demo, by address."""

PETITION = "/petitions/ban-facial-recognition/"
PARTNERS = ["/with/restore-the-fourth/", "/with/oakland-privacy/"]
PAGES = [
    "/",
    PETITION,
    f"{PETITION}thanks/",
    "/petitions/local-efforts/",
    "/scoreboard/",
    "/scoreboard/?state=MA&stance=sponsoring",
    "/scoreboard/?zip=02139",
    "/scoreboard/mitch-mcconnell/",
    "/scoreboard/mitch-mcconnell/correction/",
    "/map/",
    "/map/?state=CA&kind=ban",
    "/map/places/1/",
    "/search/?q=San+Francisco",
    "/search/?q=nothing+of+the+kind",
    "/my-signature/",
    "/privacy/",
    "/about/",
    *PARTNERS,
    "/no-such-page/",
]
EMBEDS = [
    f"/embed{PETITION.replace('petitions', 'petition')}",
    f"/embed{PETITION.replace('petitions', 'petition')}thanks/",
    "/embed/map/",
    "/embed/scoreboard/",
]
