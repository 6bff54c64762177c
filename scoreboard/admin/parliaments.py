"""The words for parliaments, chambers and their empty seats."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_modeladmin.options import ModelAdmin

from scoreboard.models import Chamber, Legislature, Vacancy


class LegislatureAdmin(ModelAdmin):
    model = Legislature
    base_url_path = "scoreboard/legislatures"
    menu_label = _("Legislatures")
    menu_icon = "globe"
    menu_order = 600
    list_display = ("name", "country", "area_word")
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
        FieldRowPanel([FieldPanel("country"), FieldPanel("demonym"), FieldPanel("area_word")]),
    ]


class ChamberAdmin(ModelAdmin):
    model = Chamber
    base_url_path = "scoreboard/chambers"
    menu_label = _("Chambers")
    menu_icon = "list-ul"
    menu_order = 610
    list_display = ("name", "legislature", "person_title", "short_title", "seats")
    list_filter = ("legislature",)
    list_select_related = ("legislature",)
    panels = [
        FieldRowPanel([FieldPanel("legislature"), FieldPanel("name"), FieldPanel("slug")]),
        FieldRowPanel([FieldPanel("person_title"), FieldPanel("short_title")]),
        FieldRowPanel([FieldPanel("seats"), FieldPanel("position")]),
    ]


class VacancyAdmin(ModelAdmin):
    model = Vacancy
    base_url_path = "scoreboard/vacancies"
    menu_label = _("Vacant seats")
    menu_icon = "user"
    menu_order = 620
    list_display = ("seat", "chamber", "since")
    list_filter = ("chamber", "state")
    list_select_related = ("chamber",)
    panels = [
        FieldRowPanel([FieldPanel("chamber"), FieldPanel("seat"), FieldPanel("since")]),
        FieldRowPanel([FieldPanel("state"), FieldPanel("district"), FieldPanel("area")]),
    ]
