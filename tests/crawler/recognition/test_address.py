"""Which addresses name the same document, and what an address gives away by itself."""

from __future__ import annotations

import pytest

from crawler.recognition import address

POLICY = "https://www.acme.com/legal/privacy-policy"


@pytest.mark.parametrize(
    "other",
    [
        "http://www.acme.com/legal/privacy-policy",
        "https://acme.com/legal/privacy-policy/",
        "https://www.acme.com/en/legal/privacy-policy",
        "https://www.acme.com/en-gb/legal/privacy-policy",
        "https://www.acme.com/ie/en/legal/privacy-policy",
        "https://www.acme.com/legal/privacy-policy.md",
        "https://www.acme.com/legal/privacy-policy/index.html",
        "https://www.acme.com/legal/privacy-policy?utm_source=x&hl=de#top",
        "https://WWW.ACME.COM/Legal/Privacy-Policy",
    ],
)
def test_normalisation_makes_no_other_address(other: str) -> None:
    """What differs by normalisation only is the same address."""
    assert address.is_same(POLICY, other)


@pytest.mark.parametrize(
    "other",
    [
        "https://www.acme.com/legal/terms",
        "https://www.acme.com/us/legal/privacy-policy",
        "https://status.acme.com/legal/privacy-policy",
        "https://www.acme.com/legal/privacy-policy?product=api",
    ],
)
def test_other_path_host_country_or_query_is_another_address(other: str) -> None:
    """A country, a host or a query may well name another document."""
    assert not address.is_same(POLICY, other)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (POLICY, "https://legal.acme.com/privacy"),
        ("https://acme.com/dpa", "https://acme.com/legal/data-processing-addendum"),
        ("https://acme.com/legal/data-processing-agreement", "https://trust.acme.com/dpa/v2"),
        ("https://acme.com/terms", "https://legal.acme.com/terms-of-service"),
        ("https://acme.com/privacy/2024-01", "https://acme.com/privacy"),
        ("https://h.acme.com/articles/7730893-old-name", "https://h.acme.com/articles/7730893-new"),
    ],
)
def test_alike_addresses_seem_to_name_one_document(first: str, second: str) -> None:
    """A telling word, initials or an article number in common make addresses alike."""
    assert address.is_alike(first, second)
    assert address.is_alike(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (POLICY, "https://acme.com/legal/cookie-policy"),
        (POLICY, "https://acme.com/"),
        (POLICY, "https://acme.com/login?next=/legal/privacy-policy"),
        ("https://h.acme.com/articles/7730893-data", "https://h.acme.com/articles/8155222-data"),
        ("https://acme.com/docs/regions", "https://acme.com/docs"),
    ],
)
def test_unlike_addresses(first: str, second: str) -> None:
    """Words that all documents share ("policy", "docs") do not make addresses alike."""
    assert not address.is_alike(first, second)


def test_site_is_the_registered_name_whatever_host_and_suffix() -> None:
    """A provider's hosts and country domains are one site; a name under it is not needed."""
    assert address.site_of("https://docs.acme.co.uk/x") == address.site_of("https://acme.de")
    assert address.site_of("https://acme.com") != address.site_of("https://acme-parking.com")


def test_what_an_address_gives_away() -> None:
    """Front pages, logins, error pages and folders above are told by the address alone."""
    assert address.is_home("https://acme.com/de/")
    assert not address.is_home("https://acme.com/?article=5")
    assert address.is_login("https://acme.com/users/sign_in")
    assert address.is_login("https://accounts.acme.com/")
    assert not address.is_login("https://acme.com/blog/logistics")
    assert address.is_error("https://acme.com/404")
    assert address.is_above("https://acme.com/docs", "https://www.acme.com/docs/regions")
    assert not address.is_above("https://acme.com/docs/regions", "https://acme.com/docs/regions")
