"""Threads that share a transaction: everybody gets her own answer, nobody another's fault."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import DataError, OperationalError, transaction
from psycopg.errors import LockNotAvailable
from psycopg_pool import PoolTimeout

from campaign_blocks.kit import together
from campaign_blocks.kit.together import Together

SECONDS = 10


class Shop:
    """Its first customer takes long: whoever comes meanwhile has to wait."""

    def __init__(self, fail=lambda items: None):
        self.fail = fail
        self.groups = []
        self.first_is_there, self.open = Event(), Event()
        self.line = Together(store=self.store, name=lambda item: item % 100)

    def store(self, items):
        self.groups.append(list(items))
        if len(self.groups) == 1:
            self.first_is_there.set()
            assert self.open.wait(SECONDS)
        self.fail(items)
        return [item * 10 for item in items]

    def serve(self, first, *others):
        """What each gets, in their order: a result or an error."""
        with ThreadPoolExecutor(1 + len(others)) as threads:
            asked = [threads.submit(self.line.one, first)]
            assert self.first_is_there.wait(SECONDS)
            for number, item in enumerate(others, 1):
                asked.append(threads.submit(self.line.one, item))
                while len(self.line.waiting) < number:
                    assert self.line.busy
            self.open.set()
            return [one.exception(SECONDS) or one.result() for one in asked]


def fail_for(item, error):
    def fail(items):
        if item in items:
            raise error

    return fail


def because(cause):
    error = OperationalError("no")
    error.__cause__ = cause
    return error


def test_alone__is_stored_at_once():
    shop = Shop()
    shop.open.set()
    assert [shop.line.one(n) for n in (1, 2)] == [10, 20]
    assert shop.groups == [[1], [2]]


def test_those_who_come_meanwhile__are_stored_as_one():
    shop = Shop()
    assert shop.serve(1, 2, 3, 4) == [10, 20, 30, 40]
    assert shop.groups == [[1], [2, 3, 4]]


def test_same_name__is_never_twice_in_a_group():
    shop = Shop()
    assert shop.serve(1, 2, 102, 3, 202) == [10, 20, 1020, 30, 2020]
    assert shop.groups == [[1], [2, 3], [102], [202]]


def test_group__has_an_end(monkeypatch):
    monkeypatch.setattr(together, "MOST", 2)
    shop = Shop()
    assert shop.serve(1, 2, 3, 4, 5, 6) == [10, 20, 30, 40, 50, 60]
    assert shop.groups == [[1], [2, 3], [4, 5], [6]]


@pytest.mark.parametrize("error", [DataError("too long"), because(LockNotAvailable())])
def test_fault_of_one__is_nobody_elses(error):
    shop = Shop(fail_for(3, error))
    one, two, three, four = shop.serve(1, 2, 3, 4)
    assert (one, two, four) == (10, 20, 40)
    assert type(three) is type(error)
    assert shop.groups[:2] == [[1], [2, 3, 4]]
    assert sorted(shop.groups[2:]) == [[2], [3], [4]]


@pytest.mark.parametrize("cause", [PoolTimeout(), sqlite3.OperationalError("locked")])
@pytest.mark.parametrize("fails", [1, 3])
def test_database_away__is_told_at_once_to_all_who_wait(cause, fails, monkeypatch):
    monkeypatch.setattr(together, "MOST", 2)
    shop = Shop(fail_for(fails, because(cause)))
    answers = shop.serve(1, 2, 3, 4, 5)
    assert [type(one) for one in answers].count(OperationalError) == (5 if fails == 1 else 4)
    assert shop.groups == ([[1]] if fails == 1 else [[1], [2, 3]])
    shop.fail = lambda items: None
    assert shop.line.one(6) == 60


def test_thread_that_is_ended__leaves_nobody_waiting():
    shop = Shop()
    ended = []

    def end(items):
        if 2 in items and not ended:
            ended.append(items)
            raise SystemExit

    shop.fail = end
    one, two, *others = shop.serve(1, 2, 3, 4)
    assert isinstance(two, SystemExit)
    assert [one, *others] == [10, 30, 40]
    assert shop.line.one(5) == 50


def test_first_alone__gets_its_own_error():
    shop = Shop(fail_for(1, DataError("too long")))
    one, two = shop.serve(1, 2)
    assert isinstance(one, DataError)
    assert two == 20


def test_who_waits__keeps_no_connection_of_the_pool(monkeypatch):
    given_back = []
    monkeypatch.setattr(together, "give_back_connection", lambda: given_back.append(1))
    assert Shop().serve(1, 2, 3) == [10, 20, 30]
    assert len(given_back) == 2


@pytest.mark.django_db
def test_inside_a_transaction__is_stored_there():
    shop = Shop()
    shop.open.set()
    shop.line.busy = True  # somebody else's group must not have it
    with transaction.atomic():
        assert shop.line.one(1) == 10
