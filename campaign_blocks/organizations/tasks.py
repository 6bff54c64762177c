from django_tasks import task

from campaign_blocks.organizations.services import draw_logos


@task()
def draw_logo(organization_id: int) -> None:
    draw_logos(organization_ids=[organization_id])
