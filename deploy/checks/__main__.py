"""make check: runs every step, even after one that failed, and says which failed.

Two steps at a time: a machine with two cores has the short ones done beside the type check.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from deploy.checks.steps import Step, steps
from deploy.services.places import ROOT


def main() -> int:
    planned = steps()
    with ThreadPoolExecutor(2) as side_by_side:
        passed = list(side_by_side.map(passes, planned))
    failed = [step.title for step, well in zip(planned, passed, strict=True) if not well]
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
    said = f"{step.title:20}{word:8}{time.monotonic() - begun:5.1f} s\n"
    sys.stdout.write(said + (done.stdout + done.stderr if done.returncode else ""))
    sys.stdout.flush()
    return done.returncode == 0


if __name__ == "__main__":
    raise SystemExit(main())
