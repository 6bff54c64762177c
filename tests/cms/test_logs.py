"""What our logs say of a request that failed."""

import logging

import pytest

from cms import errors, logs

ADDRESS = "ana@example.org"  # named here alone: a traceback quotes lines of code


def record_of(error):
    return logging.LogRecord("x", logging.ERROR, "", 1, "%s", ("/",), (type(error), error, None))


def test_kinds__are_told_in_the_order_in_which_they_came():
    error = ValueError()
    error.__cause__ = KeyError()
    kinds = [line for line in logs.bare_lines(error) if not line.startswith("Trace")]
    assert kinds == ["builtins.KeyError\n", "builtins.ValueError\n"]


def test_kinds__that_the_code_hides_stay_hidden():
    error = ValueError()
    error.__context__, error.__suppress_context__ = KeyError(), True
    assert "KeyError" not in "".join(logs.bare_lines(error))


@pytest.mark.parametrize("debug", [True, False])
def test_words__are_for_a_developer_alone(settings, debug):
    settings.DEBUG = debug
    record = record_of(ValueError(ADDRESS))
    assert logs.NamesNobody().filter(record)
    assert (ADDRESS in logging.Formatter().format(record)) == debug


def test_broken_error_page__tells_no_words_of_the_first_fault(rf, caplog, monkeypatch):
    def broken(*args):
        raise TypeError("of the look")

    monkeypatch.setattr(errors, "render_to_string", broken)
    try:
        raise ValueError(ADDRESS)
    except ValueError:
        errors.server_error(rf.post("/"))
    assert "the error page could not be drawn" in caplog.text
    assert "builtins.TypeError" in caplog.text
    assert ADDRESS not in caplog.text
