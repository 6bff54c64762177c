import os
import signal

from deploy.services import processes

SLEEP = ["sleep", "60"]


def test_stop__ends_what_was_started(own_state):
    processes.start("nap", SLEEP, folder=own_state)
    pid = processes.running("nap")
    assert processes.stop("nap") is True
    assert processes.born(pid) == ""
    assert processes.running("nap") is None


def test_stop__leaves_a_stranger_with_a_reused_id_alone(own_state, stranger):
    (own_state / "nap.pid").write_text(f"{stranger.pid} Thu-Jan-1-00:00:00-1970")
    assert processes.stop("nap") is False
    assert stranger.poll() is None


def test_stop__kills_one_that_does_not_listen(own_state, monkeypatch):
    monkeypatch.setattr(processes, "STOP_SECONDS", 0.3)
    deaf = ["sh", "-c", "trap '' TERM; while :; do sleep 0.1; done"]
    processes.start("deaf", deaf, folder=own_state)
    pid = processes.running("deaf")
    processes.stop("deaf", signal.SIGTERM)
    assert os.waitpid(pid, 0)[1] == signal.SIGKILL


def test_stop__says_when_nothing_ran(own_state):
    assert processes.stop("never") is False


def test_last_words__come_from_the_log(own_state):
    processes.start("speaker", ["sh", "-c", "echo no space left"], folder=own_state)
    for _ in range(50):
        if processes.last_words("speaker"):
            break
        signal.sigtimedwait([], 0.05)
    assert processes.last_words("speaker") == "no space left"
