"""The one script that stands in the page itself: it must run before the first paint, and a request
of its own would hold that paint up. The content security policy names it by its digest.
"""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import rjsmin

SCRIPT = str(rjsmin.jsmin(Path(__file__).with_suffix(".js").read_text()))
SOURCE = f"'sha256-{b64encode(sha256(SCRIPT.encode()).digest()).decode()}'"
