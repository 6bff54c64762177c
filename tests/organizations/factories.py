from io import BytesIO
from itertools import count

from django.core.files.images import ImageFile
from django.utils.text import slugify
from PIL import Image as Picture
from PIL import ImageDraw
from wagtail.images import get_image_model

from campaign_blocks.organizations.models import Organization

numbers = count(1)


def make_logo(title="Logo", size=(640, 200)):
    """A dark word mark on a transparent ground, as most logos are."""
    picture = Picture.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(picture).text((20, 60), title, fill=(20, 17, 15, 255), font_size=72)
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    buffer.seek(0)
    name = f"logo-{next(numbers)}.png"
    return get_image_model().objects.create(title=title, file=ImageFile(buffer, name=name))


def make_organization(name="Acme Rights", **fields):
    fields.setdefault("slug", slugify(name) or f"organization-{next(numbers)}")
    return Organization.objects.create(name=name, **fields)


def make_wall(number):
    return [
        make_organization(f"Organization {n:02}", logo=make_logo(f"Org {n}")) for n in range(number)
    ]
