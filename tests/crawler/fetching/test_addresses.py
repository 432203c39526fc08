"""Which addresses may be asked: the rule, without a network."""

from __future__ import annotations

import ipaddress

import pytest

from crawler.fetching.addresses import RefusedAddressError, check_address, is_public


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://0/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[fe80::1%25eth0]/",
        "http://[fd00::1]/",
        "http://10.0.0.1/",
        "http://192.168.1.1./",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
    ],
)
def test_an_address_that_is_not_public_is_refused_however_it_is_spelt(url: str) -> None:
    """What the C library would connect to counts, not how it is written."""
    with pytest.raises(RefusedAddressError):
        check_address(url)
    check_address(url, allow_private=True)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "data:text/html,hello",
        "javascript:alert(1)",
        "example.org/privacy",
        "http:///privacy",
        "http://user:secret@example.org/",
        "http://127.0.0.1:80@example.org/",
        "http://example.org:99999/",
        "http://[::1/",
        "",
    ],
)
def test_what_is_no_plain_web_address_is_refused_even_where_private_ones_are_allowed(
    url: str,
) -> None:
    """Other schemes, user names and unreadable addresses are never fetched."""
    with pytest.raises(RefusedAddressError):
        check_address(url, allow_private=True)


@pytest.mark.parametrize(
    "url", ["https://example.org/privacy", "http://9.9.9.9:8080/", "https://[2606:4700::1]/"]
)
def test_a_public_address_passes(url: str) -> None:
    """Names pass here and are judged by what they resolve to."""
    check_address(url)


def test_an_address_inside_an_address_is_judged_by_where_it_leads() -> None:
    """A mapped public address is public, a mapped private one is not."""
    assert is_public(ipaddress.ip_address("::ffff:9.9.9.9"))
    assert is_public(ipaddress.ip_address("64:ff9b::909:909"))
    assert not is_public(ipaddress.ip_address("64:ff9b::a00:1"))
