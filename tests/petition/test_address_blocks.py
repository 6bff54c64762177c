from ipaddress import ip_address

import pytest
from django.test import RequestFactory

from campaign_blocks.kit.public_forms.clients import client_address
from campaign_blocks.petition.address_blocks import address_block


def seen(settings, trusted, forwarded, remote="10.0.0.1"):
    settings.TRUSTED_PROXIES = trusted
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return str(client_address(RequestFactory().post("/", headers=headers, REMOTE_ADDR=remote)))


@pytest.mark.parametrize(
    ("trusted", "forwarded", "found"),
    [
        (0, "", "10.0.0.1"),
        (0, "1.2.3.4", "10.0.0.1"),
        (1, "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        (2, "6.6.6.6, 1.2.3.4, 10.0.0.2", "1.2.3.4"),
        (2, "1.2.3.4", "10.0.0.1"),
        (1, "6.6.6.6, nonsense", "None"),
        (1, "6.6.6.6, 1.2.3.4:443", "1.2.3.4"),
        (1, "6.6.6.6, [2001:db8::1]:443", "2001:db8::1"),
        (1, "6.6.6.6, 2001:db8::1", "2001:db8::1"),
        (1, "6.6.6.6,", "None"),
    ],
)
def test_client_address__counted_from_the_right(settings, trusted, forwarded, found):
    assert seen(settings, trusted, forwarded) == found


def test_address_block__holds_no_address(db):
    block = address_block(ip_address("203.0.113.7"))
    assert len(block) == 16
    assert ip_address("203.0.113.7").packed not in block


def test_address_block__one_home_one_block(db):
    first, second = ip_address("2001:db8:1:2::1"), ip_address("2001:db8:1:2:ffff::9")
    assert address_block(first) == address_block(second)
    assert address_block(first) != address_block(ip_address("2001:db8:1:3::1"))
    mapped = ip_address("::ffff:203.0.113.7")
    assert address_block(mapped) == address_block(ip_address("203.0.113.7"))


def test_address_block__another_day_another_key(db, time_machine):
    time_machine.move_to("2026-01-01 12:00Z")
    first = address_block(ip_address("203.0.113.7"))
    time_machine.move_to("2026-01-02 12:00Z")
    assert address_block(ip_address("203.0.113.7")) != first


@pytest.mark.parametrize(("exempt", "empty"), [(True, True), (False, False)])
def test_address_block__loopback(db, settings, exempt, empty):
    settings.RATE_EXEMPT_LOOPBACK = exempt
    assert (address_block(ip_address("127.0.0.1")) == b"") is empty
    assert address_block(ip_address("203.0.113.7")) != b""


def test_address_block__from_nowhere_is_one_client_and_not_exempt(db, settings):
    settings.RATE_EXEMPT_LOOPBACK = True
    assert address_block(None) == address_block(None) != b""
