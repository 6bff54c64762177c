from django import template

from campaign_blocks.kit.empty_forms import draw_form

register = template.Library()
register.simple_tag(draw_form)
