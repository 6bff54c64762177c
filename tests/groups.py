"""Which tests stay together in one process of a run; all others go to whichever is free."""

from xdist.scheduler import LoadScopeScheduling

# One site and one browser serve all journeys; two faults at a time would disturb each other.
TOGETHER = ("tests/journeys/", "tests/faults/")


def group_of(nodeid: str) -> str:
    """Of a class the tests share what it builds once."""
    for folder in TOGETHER:
        if nodeid.startswith(folder):
            return folder
    test = nodeid.partition("[")[0]
    return test.rpartition("::")[0] if test.count("::") == 2 else nodeid


class Groups(LoadScopeScheduling):
    """The largest group begins first, so that none is left over at the end."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)
