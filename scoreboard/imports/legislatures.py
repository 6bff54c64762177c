"""The legislatures that imports know, made when first needed."""

from scoreboard.models import Chamber, Legislature

CONGRESS = "us-congress"


def congress() -> Legislature:
    legislature, _ = Legislature.objects.get_or_create(
        slug=CONGRESS,
        defaults={
            "name": "United States Congress",
            "country": "US",
            "demonym": "members of Congress",
        },
    )
    chambers = (
        ("senate", "Senate", "Senator", "Sen.", 100),
        # 435 who vote and 6 who do not.
        ("house", "House of Representatives", "Representative", "Rep.", 441),
    )
    for position, (slug, name, title, short, seats) in enumerate(chambers):
        Chamber.objects.get_or_create(
            legislature=legislature,
            slug=slug,
            defaults={
                "name": name,
                "person_title": title,
                "short_title": short,
                "seats": seats,
                "position": position,
            },
        )
    return legislature
