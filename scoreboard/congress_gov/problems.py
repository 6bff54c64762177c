class CongressProblem(Exception):
    """Congress.gov gave no answer that can be used; its text says why, in one plain sentence.

    `passing`: asking again in a moment may help. `wait`: after so many seconds, if it said so.
    """

    def __init__(self, message: str, *, passing: bool = False, wait: float | None = None) -> None:
        super().__init__(message)
        self.passing, self.wait = passing, wait
