"""Lists of records from YAML or JSON text, each record with the line it starts on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from scoreboard.imports.problems import ImportProblem

MOST_LEVELS = 20  # the deepest roster has 6


@dataclass(frozen=True, slots=True)
class Item:
    """One record of a list file. `node` (YAML only) finds the line of a field inside it;
    `left_out` gathers what the parser could not use and did without."""

    source: str
    line: int
    data: object
    node: yaml.Node | None = None
    left_out: list[str] = field(default_factory=list, compare=False)

    def line_of(self, path: tuple[str | int, ...]) -> int:
        line, node = self.line, self.node
        for step in path:
            node = _child(node, step)
            if node is None:
                break
            line = node.start_mark.line + 1
        return line


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child: yaml.Node = node.value[step]
        return child
    return None


def read_items(text: str, *, source: str) -> list[Item]:
    """Read a JSON or YAML list; whatever is not such a list is an ImportProblem."""
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ImportProblem("there is a NUL character here", source=source, line=line)
    looks_like_json = text.lstrip("\ufeff \t\r\n").startswith(("[", "{"))
    items = list((_json_items if looks_like_json else _yaml_items)(text, source))
    if not items:
        raise ImportProblem("the list is empty", source=source, line=1)
    return items


def _check_shape(text: str, source: str) -> None:
    """Refuses deep nesting, which would crash the C loader, and aliases, which multiply."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else None
        if isinstance(event, yaml.AliasEvent):
            raise ImportProblem("aliases (*name) are not read", source=source, line=line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MOST_LEVELS:
            raise ImportProblem("is nested too deeply", source=source, line=line)


def _yaml_items(text: str, source: str) -> Iterator[Item]:
    loader = yaml.CSafeLoader(text)
    try:
        _check_shape(text, source)
        root = loader.get_single_node()
        if not isinstance(root, yaml.SequenceNode):
            raise ImportProblem("expected a list of records", source=source, line=1)
        for node in root.value:
            data = loader.construct_object(node, deep=True)
            yield Item(source, node.start_mark.line + 1, data, node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        raise ImportProblem(f"not valid YAML: {error.problem}", source=source, line=line) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ImportProblem(f"not valid YAML: {error}", source=source, line=1) from error
    finally:
        loader.dispose()


def _json_items(text: str, source: str) -> Iterator[Item]:
    try:
        json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise ImportProblem(
            f"not valid JSON: {error.msg}", source=source, line=error.lineno
        ) from error
    except (RecursionError, ValueError) as error:
        raise ImportProblem("not valid JSON", source=source, line=1) from error
    yield from _json_places(text, source)


def _json_places(text: str, source: str) -> Iterator[Item]:
    """Walk the outer list of a valid JSON text, counting lines as it goes."""
    decoder, line, counted = json.JSONDecoder(), 1, 0
    position = text.find("[")
    if text.lstrip("\ufeff \t\r\n")[:1] != "[":
        raise ImportProblem("expected a list of records", source=source, line=1)
    while True:
        position += 1
        while text[position] in " \t\r\n,":
            position += 1
        if text[position] == "]":
            return
        line, counted = line + text.count("\n", counted, position), position
        data, position = decoder.raw_decode(text, position)
        yield Item(source, line, data)
        position -= 1
