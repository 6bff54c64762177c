"""Mail providers so large that many signatures from one of them say nothing."""

from pathlib import Path

FILE = Path(__file__).parents[1] / "data" / "large_mail_providers.txt"
LARGE = frozenset(FILE.read_text(encoding="ascii").split())
