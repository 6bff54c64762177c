"""The three runs and what each of them needs."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

ELSEWHERE = "redis,elasticsearch,smtp,nginx"


@dataclass(frozen=True)
class Run:
    title: str
    arguments: tuple[str, ...]
    environment: Mapping[str, str]
    missing: str = ""


def planned(addresses: Mapping[str, str], chosen: list[str]) -> list[Run]:
    """What `make test` runs; ARGS="tests/petition" narrows each of the runs."""
    workers = ("-n", os.environ.get("WORKERS", "2"))
    postgres = addresses.get("POSTGRES_TEST_URL", "")
    return [
        Run("SQLite", (*chosen, *workers, "--services="), {"DATABASE_URL": ""}),
        Run(
            "PostgreSQL",
            (*chosen, *workers, "--services=postgresql", "-m", "not browser"),
            {"DATABASE_URL": postgres},
            missing="" if postgres else "postgresql",
        ),
        Run(
            "Redis, Elasticsearch, mail, nginx",
            (*chosen, "-n0", f"--services={ELSEWHERE}", "-m", "service"),
            {"DATABASE_URL": ""},
        ),
    ]
