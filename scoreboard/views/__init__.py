from scoreboard.views.board import board
from scoreboard.views.click import click
from scoreboard.views.data import as_csv, as_json
from scoreboard.views.embed import embed
from scoreboard.views.find import find
from scoreboard.views.person import person
from scoreboard.views.state import state

__all__ = ["as_csv", "as_json", "board", "click", "embed", "find", "person", "state"]
