"""How a test brings paper signatures in."""

from campaign_blocks.petition.models import PetitionCount
from campaign_blocks.petition.paper import batches
from campaign_blocks.petition.paper.steps import PaperWork
from campaign_blocks.petition.services.judge import judge
from campaign_blocks.petition.services.roll_up import roll_up

PAGE = "/admin/petitions/paper/{}/"
WORDS = "May the campaign write to you?"
HEAD = "name,email,postal_code,signed_on,consent"
TWO = f"{HEAD}\nAna Ruiz,ana@example.org,94110,2026-03-01,yes\nBo Li,,02139,,no\n"


def run_all():
    step = PaperWork()
    for _ in range(100):
        if not step.run():
            judge()
            roll_up()
            return
    raise AssertionError("the step never ends")


def bring_in(petition, text):
    batch = batches.upload(
        petition=petition,
        body=text.encode(),
        file_name="sheets.csv",
        note="Fair",
        words=WORDS,
        by=None,
    )
    assert batches.check_batch(batch).state == "checked", batch.report
    assert batches.start(batch)
    run_all()
    batch.refresh_from_db()
    return batch


def shown(petition):
    return PetitionCount.objects.values_list("confirmed", "on_paper").get(petition=petition)
