"""One word mark for each organization, by slug. Invented for the demo: nobody's trademark."""

from home.demo.art.wordmarks import Mark

MARKS: dict[str, Mark] = {
    "18-million-rising": Mark(("18", "MILLION RISING"), frame="underline"),
    "national-lawyers-guild": Mark(
        ("NLG", "National", "Lawyers", "Guild"), layout="side", light=500
    ),
    "new-york-civil-liberties-union": Mark(
        ("NYCLU", "NEW YORK CIVIL LIBERTIES UNION"), frame="rules", light=600
    ),
    "students-for-sensible-drug-policy": Mark(
        ("ssdp", "students for", "sensible", "drug policy"), 700, layout="side", light=400
    ),
    "american-arab-anti-discrimination-committee": Mark(
        ("ADC", "American-Arab", "Anti-Discrimination", "Committee"), 800, 0.8, "side", "bar", 500
    ),
    "athena-coalition": Mark(("ATHENA", "COALITION"), 300, 1.2, frame="rules", light=800),
    "black-alliance-for-just-immigration": Mark(
        ("BAJI", "BLACK ALLIANCE FOR", "JUST IMMIGRATION"), frame="corners"
    ),
    "council-on-american-islamic-relations": Mark(
        ("CAIR", "COUNCIL ON AMERICAN-", "ISLAMIC RELATIONS"), 800, 1.0, frame="double"
    ),
    "color-of-change": Mark(("COLOR", "OF CHANGE"), 900, 0.8, frame="box"),
    "constitutional-alliance": Mark(("Constitutional", "Alliance"), 500, 0.9, "centre", "double"),
    "consumer-action": Mark(("consumer", "action"), 800, 1.0, "left", "bar"),
    "daily-kos": Mark(("DAILY KOS",), 900, 0.85, frame="slant"),
    "detroit-community-technology-project": Mark(
        ("DETROIT", "COMMUNITY", "TECHNOLOGY", "PROJECT"), 800, 0.9, frame="none"
    ),
    "defending-rights-dissent": Mark(("Defending", "Rights &", "Dissent"), 900, 0.9, "left"),
    "demand-progress": Mark(("DEMAND", "PROGRESS"), 900, 0.7, frame="cut"),
    "detroit-digital-justice-coalition": Mark(
        ("DDJC", "Detroit Digital", "Justice Coalition"), 700, 1.2, "centre", "corners", 500
    ),
    "electronic-privacy-information-center": Mark(
        ("epic", "ELECTRONIC PRIVACY INFORMATION CENTER"), 900, 1.15, light=500
    ),
    "free-press": Mark(("free", "press"), 900, 1.3, "left", "underline"),
    "greenpeace": Mark(("greenpeace",), 600, 0.95, frame="underline"),
    "jewish-voice-for-peace": Mark(("Jewish", "Voice for", "Peace"), 300, 1.0, "centre"),
    "media-alliance": Mark(("MEDIA", "ALLIANCE"), 100, 1.0, frame="box"),
    "mediajustice": Mark(("Media", "Justice"), 900, 1.0, "left", "pill"),
    "mijente": Mark(("¡mijente!",), 900, 0.8),
    "moveon": Mark(("MOVE", "ON"), 900, 1.0, frame="invert"),
    "mpower-change": Mark(("M", "POWER", "CHANGE"), 900, 1.2, "side", light=300),
    "muslim-justice-league": Mark(("MUSLIM", "JUSTICE", "LEAGUE"), 700, 0.75, "left", "box"),
    "national-immigration-law-center": Mark(
        ("NILC", "NATIONAL IMMIGRATION", "LAW CENTER"), 600, 1.0, frame="rules"
    ),
    "oakland-privacy": Mark(("OAKLAND", "PRIVACY"), 900, 1.0, frame="bar"),
    "openmedia": Mark(("open", "media"), 300, 1.3, "left", light=900),
    "the-other-98": Mark(("THE OTHER", "98%"), 800, 1.0),
    "popular-resistance": Mark(("POPULAR", "RESISTANCE"), 900, 0.6, frame="slant"),
    "presente-org": Mark(("presente", ".org"), 900, 0.9, "centre", light=200),
    "privacy-times": Mark(("Privacy", "Times"), 600, 0.7, "left", "double"),
    "restore-the-fourth": Mark(("4", "RESTORE", "THE FOURTH"), 900, 0.9, "side"),
    "rootsaction": Mark(("Roots", "Action"), 900, 0.7, "centre", "pill"),
    "secure-justice": Mark(("SECURE", "JUSTICE"), 200, 1.0, frame="corners", light=900),
    "san-francisco-public-defender": Mark(
        ("SAN FRANCISCO", "PUBLIC", "DEFENDER"), 900, 0.8, frame="rules"
    ),
    "surveillance-technology-oversight-project": Mark(
        ("S.T.O.P.", "SURVEILLANCE TECHNOLOGY", "OVERSIGHT PROJECT"), 900, 1.1, frame="invert"
    ),
    "the-tor-project": Mark(("the tor", "project"), 900, 1.1, frame="pill"),
    "united-we-dream": Mark(("UNITED", "WE", "DREAM"), 900, 1.4, "centre"),
    "x-lab": Mark(("X", "LAB"), 900, 1.2, "side", "invert"),
}
