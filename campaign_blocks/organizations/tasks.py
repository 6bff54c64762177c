from django_tasks import task

from campaign_blocks.organizations.services import draw_logos

LATER = -10  # drawing takes a second each; what makes a record findable goes first


@task(priority=LATER)
def draw_logo(organization_id: int) -> None:
    draw_logos(organization_ids=[organization_id])
