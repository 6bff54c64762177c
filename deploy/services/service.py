"""What every service has in common: a name, an address, a way to start and a sign of life."""

import os
import signal
from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path

from deploy.services import places, processes


class Service(ABC):
    name: str
    variable: str
    first_port: int
    patience = 30
    stop_signal = signal.SIGTERM

    def __init__(self, known: Mapping[str, str]) -> None:
        self.given = os.environ.get(self.variable, "")
        self.address = self.given or known.get(self.variable, "")

    @property
    def folder(self) -> Path:
        return places.state_dir() / self.name

    def start(self) -> None:
        """Start the server unless its address is given, or it already runs."""
        if self.given or (self.address and processes.running(self.name)):
            return
        port = places.free_port(self.first_port)
        self.folder.mkdir(exist_ok=True)
        self.launch(port)
        self.address = self.url(port)

    def stop(self) -> bool:
        return processes.stop(self.name, self.stop_signal)

    def died(self) -> bool:
        return not self.given and processes.running(self.name) is None

    def extras(self) -> dict[str, str]:
        """Further lines for the address file."""
        return {}

    @abstractmethod
    def launch(self, port: int) -> None:
        """Start the server on this port; raises Missing when it can't be had."""

    @abstractmethod
    def url(self, port: int) -> str:
        """Where tests reach it."""

    @abstractmethod
    def answers(self) -> bool:
        """Whether it does its work at this moment."""
