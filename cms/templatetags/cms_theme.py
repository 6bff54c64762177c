from django import template
from django.utils.safestring import SafeString, mark_safe

from cms import theme

register = template.Library()


@register.simple_tag
def theme_script() -> SafeString:
    # Our own file, and any change to it would no longer fit the digest in the policy.
    return mark_safe(f"<script>{theme.SCRIPT}</script>")  # noqa: S308
