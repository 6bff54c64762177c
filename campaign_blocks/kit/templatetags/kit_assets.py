from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def bundle_css(name: str = "site") -> SafeString:
    """`site` for a page, `embed` for a frame on somebody else's."""
    return format_html('<link rel="stylesheet" href="{}">', static(f"cms/dist/{name}.css"))


@register.simple_tag
def bundle_js() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("cms/dist/site.js"))
