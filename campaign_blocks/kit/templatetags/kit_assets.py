from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def bundle_css() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("cms/dist/site.css"))


@register.simple_tag
def bundle_js() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("cms/dist/site.js"))
