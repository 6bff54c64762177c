"""Whether the web server of this container answers; asked by Docker."""

import os
from urllib.request import Request, urlopen

host = os.environ.get("ALLOWED_HOSTS", "127.0.0.1").split(",")[0].strip().lstrip(".")
urlopen(Request("http://127.0.0.1:8000/healthz", headers={"Host": host}), timeout=2)
