"""The countries of the world: ISO 3166 codes of two letters and of three digits, English names."""

from pathlib import Path

_LINES = Path(__file__).with_name("countries.txt").read_text(encoding="utf-8").splitlines()
_ROWS = [line.split(" ", 2) for line in _LINES]

COUNTRIES = {code: name for code, _number, name in _ROWS}
NUMBERS = {number: code for code, number, _name in _ROWS}
