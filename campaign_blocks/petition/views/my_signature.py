"""The signer's own page: what is stored, and the buttons that change it. A GET changes nothing."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from campaign_blocks.kit.public_forms.reading import Unreadable, read_post
from campaign_blocks.petition import my_data as reading
from campaign_blocks.petition.answers import secret_page
from campaign_blocks.petition.guessing import slow_down_guessing
from campaign_blocks.petition.models import MailToken
from campaign_blocks.petition.services import my_signature as service
from campaign_blocks.petition.services.export import export_mailbox
from campaign_blocks.petition.views.changes import CHANGES, DONE, number

KeyView = Callable[[HttpRequest, MailToken, str], HttpResponse]
LOOKING = ["GET", "HEAD", "OPTIONS"]


def with_key(view: KeyView) -> Callable[..., HttpResponse]:
    """Every link that can't be used shows the same page, whatever is wrong with it."""

    @secret_page
    @slow_down_guessing
    @wraps(view)
    def inner(request: HttpRequest, token: str) -> HttpResponse:
        key = service.key_of(token)
        if key is None:
            return render(request, "petition/my_signature_spent.html", status=404)
        try:
            return view(request, key, token)
        except Unreadable as error:
            return render(request, "petition/my_signature_spent.html", status=error.status)

    return inner


@require_http_methods(LOOKING)
@with_key
def my_signature(request: HttpRequest, key: MailToken, token: str) -> HttpResponse:
    done = DONE.get(request.GET.get("done", ""), "")
    context = {"mine": reading.my_data(key), "token": token, "done": done}
    return render(request, "petition/my_signature.html", context)


@require_http_methods(LOOKING)
@with_key
def my_data(request: HttpRequest, key: MailToken, token: str) -> HttpResponse:
    """The same as export_person writes for this mailbox."""
    data = export_mailbox(fingerprint=bytes(key.signature.fingerprint))
    answer = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return answer


# The random token in the address is the secret; there is no cookie that could be ridden.
@csrf_exempt
@require_http_methods([*LOOKING, "POST"])
@with_key
def change(request: HttpRequest, key: MailToken, token: str) -> HttpResponse:
    data = read_post(request)
    wanted = data.get("do", "")
    if wanted in CHANGES:
        CHANGES[wanted](key, data)
    answer = redirect("petition:my_signature", token=token)
    answer["Location"] += f"?done={wanted}" if wanted in CHANGES else ""
    answer.status_code = 303
    return answer


# As above.
@csrf_exempt
@require_http_methods([*LOOKING, "POST"])
@with_key
def remove(request: HttpRequest, key: MailToken, token: str) -> HttpResponse:
    """One press leads here, the second removes."""
    asked = read_post(request) if request.method == "POST" else request.GET
    mine = reading.my_data(key)
    chosen = next((one for one in mine.signatures if one.row.pk == number(asked)), None)
    if chosen is None:
        return redirect("petition:my_signature", token=token)
    context = {"one": chosen, "token": token, "more": len(mine.signatures) > 1}
    if request.method != "POST":
        return render(request, "petition/my_signature_remove.html", context)
    service.remove_mine(key=key, signature_id=chosen.row.pk)
    return render(request, "petition/my_signature_removed.html", context)
