"""CPU time of a process and all its children, from /proc."""

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
LOOKS = 20


def seconds(root: int | None) -> float:
    """User and system time of the whole tree; 0 where there is no /proc."""
    if root is None or not Path("/proc/self/stat").exists():
        return 0.0
    for _ in range(LOOKS):
        found = look(root)
        if found is not None:
            return found
    raise RuntimeError("Processes come and go too fast to be measured.")


def look(root: int) -> float | None:
    """None when one has ended while we looked: its time is then with its parent, whom we may have
    read before."""
    parents: dict[int, int] = {}
    spent: dict[int, float] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            return None
        pid = int(stat.parent.name)
        parents[pid] = int(fields[1])
        spent[pid] = sum(map(int, fields[11:15])) / TICKS
    return sum(value for pid, value in spent.items() if descends(pid, root, parents))


def children(root: int | None) -> list[int]:
    """In the order in which they were started."""
    listed = Path(f"/proc/{root}/task/{root}/children")
    return sorted(map(int, listed.read_text().split())) if root and listed.exists() else []


def parent(pid: int) -> int | None:
    stat = Path(f"/proc/{pid}/stat")
    return int(stat.read_text().rpartition(")")[2].split()[1]) if stat.exists() else None


def descends(pid: int, root: int, parents: dict[int, int]) -> bool:
    while pid > 1:
        if pid == root:
            return True
        pid = parents.get(pid, 0)
    return False
