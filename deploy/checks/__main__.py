"""make check: runs every step, even after one that failed, and says which failed."""

import os
import subprocess
import time

from deploy.checks.steps import Step, steps
from deploy.services.places import ROOT


def main() -> int:
    failed = [step.title for step in steps() if not passes(step)]
    print(f"check: {'failed: ' + ', '.join(failed) if failed else 'all passed'}")
    return 1 if failed else 0


def passes(step: Step) -> bool:
    """One line for a step that passes, all its words for one that does not."""
    begun = time.monotonic()
    done = subprocess.run(
        step.command,
        cwd=ROOT,
        env={**os.environ, **step.environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    word = "FAILED" if done.returncode else "ok"
    print(f"{step.title:20}{word:8}{time.monotonic() - begun:5.1f} s", flush=True)
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    raise SystemExit(main())
