from collections.abc import Callable
from typing import TypeVar

from csp.decorators import csp_replace
from django.http import HttpResponse

View = TypeVar("View", bound=Callable[..., HttpResponse])


def embeddable(view: View) -> View:
    """Lets any site frame the answer; everything else may be framed by ourselves only."""
    return csp_replace({"frame-ancestors": ["*"]})(view)  # type: ignore[return-value]
