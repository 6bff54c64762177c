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
    refuse_nul(text, source=source)
    items = list((_json_items if looks_like_json(text) else _yaml_items)(text, source))
    if not items:
        raise ImportProblem("the list is empty", source=source, line=1)
    return items


def refuse_nul(text: str, *, source: str) -> None:
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ImportProblem("there is a NUL character here", source=source, line=line)


def looks_like_json(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith(("[", "{"))


def read_lists(text: str, *, source: str) -> dict[str, list[Item]]:
    """The lists of a JSON object, such as Popolo's persons and memberships."""
    refuse_nul(text, source=source)
    check_json(text, source=source)
    return dict(Walk(text, source).lists())


def read_item(text: str, *, source: str) -> Item:
    """One YAML mapping that is a document by itself."""
    refuse_nul(text, source=source)
    return next(_yaml_items(text, source, alone=True))


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


def _yaml_items(text: str, source: str, *, alone: bool = False) -> Iterator[Item]:
    loader = yaml.CSafeLoader(text)
    try:
        _check_shape(text, source)
        root = loader.get_single_node()
        if alone and isinstance(root, yaml.MappingNode):
            yield Item(source, 1, loader.construct_object(root, deep=True), root)
            return
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
    check_json(text, source=source)
    start = text.find("[")
    if text.lstrip("\ufeff \t\r\n")[:1] != "[":
        raise ImportProblem("expected a list of records", source=source, line=1)
    yield from Walk(text, source).items(start)


def check_json(text: str, *, source: str) -> None:
    try:
        json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        message = f"not valid JSON: {error.msg}"
        raise ImportProblem(message, source=source, line=error.lineno) from error
    except (RecursionError, ValueError) as error:
        raise ImportProblem("not valid JSON", source=source, line=1) from error


class Walk:
    """Steps over valid JSON text, counting lines as it goes."""

    def __init__(self, text: str, source: str) -> None:
        self.text, self.source = text, source
        self.decoder = json.JSONDecoder()
        self.line, self.counted = 1, 0

    def line_at(self, position: int) -> int:
        self.line += self.text.count("\n", self.counted, position)
        self.counted = position
        return self.line

    def past(self, position: int, marks: str) -> int:
        while self.text[position] in marks:
            position += 1
        return position

    def items(self, position: int) -> Iterator[Item]:
        """The records of the list that begins here; `end` is where it was closed."""
        position += 1
        while True:
            position = self.past(position, " \t\r\n,")
            if self.text[position] == "]":
                self.end = position + 1
                return
            line = self.line_at(position)
            data, position = self.decoder.raw_decode(self.text, position)
            yield Item(self.source, line, data)

    def lists(self) -> Iterator[tuple[str, list[Item]]]:
        """The lists of the outer object by name; its other values are passed over."""
        position = self.text.index("{") + 1
        while True:
            position = self.past(position, " \t\r\n,")
            if self.text[position] == "}":
                return
            name, position = self.decoder.raw_decode(self.text, position)
            position = self.past(position, " \t\r\n:")
            if self.text[position] == "[":
                yield name, list(self.items(position))
                position = self.end
            else:
                _value, position = self.decoder.raw_decode(self.text, position)
