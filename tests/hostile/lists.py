"""The lists of bad and good input: one entry a line, written as a Python string without quotes."""

import ast
from pathlib import Path

HERE = Path(__file__).parent


def entries(name):
    """`{text*n}` at the place of an entry stands for the text n times."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [entry(line) for line in lines if line and not line.startswith("# ")]


def entry(line):
    if line.startswith("REPEAT "):
        _word, times, text = line.split(" ", 2)
        return unescape(text) * int(times)
    return unescape(line)


def unescape(text):
    quoted = text.replace('"', '\\"')
    return ast.literal_eval(f'"{quoted}"')
