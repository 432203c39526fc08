"""Addresses compared: is where we arrived the address that is watched?

```
the same        trailing slash, www., http, a locale in the path, .md, index.html, tracking
alike           another path or host that names the same document: an article number,
                words of the last part, or their initials (dpa, data-processing-addendum)
another         everything else; a home page, a login or the folder above is recognised
```
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

import tldextract

_LANGUAGES = frozenset(
    {
        "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi",
        "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "nn", "no", "pl", "pt",
        "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "vi", "zh",
    }
)  # fmt: skip
_LOCALE = re.compile(r"^([a-z]{2})(?:[-_]([a-z]{2,4}|\d{3}))?$")
_COUNTRY = re.compile(r"^[a-z]{2}$")
_INDEX = re.compile(r"^(?:index|default)\.\w+$")
_SUFFIX = re.compile(r"\.(?:md|mdx|html?|php|aspx?|pdf)$")
_IGNORED_PARAMETERS = re.compile(r"^(?:utm_\w+|hl|lang|locale|gclid|fbclid|ref|source)$")
_ARTICLE_NUMBER = re.compile(r"\d{5,}")
_LOGIN = re.compile(
    r"(?:^|[/._-])(?:log-?in|sign-?in|sso|saml2?|oauth2?|authorize|authenticate|anmelden|"
    r"account/?login|users/sign_in)(?:$|[/._?-])"
)
_LOGIN_HOST = re.compile(r"^(?:login|signin|auth|sso|accounts|id)\.")
_ERROR_PATH = re.compile(r"(?:^|[/._-])(?:404|not-?found|error|unavailable|blocked)(?:$|[/._-])")
# Words that addresses of different documents share.
_FILLER = frozenset(
    {
        "a", "addendum", "agreement", "and", "docs", "en", "for", "legal", "notice", "of", "our",
        "page", "policies", "policy", "statement", "terms", "the", "us", "your",
    }
)  # fmt: skip
_VERSION = re.compile(r"^(?:v?\d+|latest|current)$")
_INITIALS = range(2, 6)

# The list of public suffixes that comes with the package: never fetched, never cached.
_suffixes = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def site_of(url: str) -> str:
    """Return the registered name of the host without its suffix: "acme" of docs.acme.co.uk."""
    host = urlsplit(url).hostname or ""
    name = _suffixes(host)
    return name.domain if name.suffix else host


def is_same(first: str, second: str) -> bool:
    """Tell whether two addresses differ by normalisation only."""
    return _normalised(first) == _normalised(second)


def is_alike(first: str, second: str) -> bool:
    """Tell whether two addresses seem to name the same document."""
    if is_same(first, second):
        return True
    numbers = _article_numbers(first), _article_numbers(second)
    if all(numbers):
        return bool(numbers[0] & numbers[1])
    mine, theirs = slug_words(first), slug_words(second)
    return _share_words(mine, theirs) or _is_initials(mine, theirs) or _is_initials(theirs, mine)


def slug_words(url: str) -> tuple[str, ...]:
    """Return the words of the last part of the path that has any; versions are none."""
    for segment in reversed(_segments(url)):
        words = re.findall(r"[^\W_]+", segment)
        named = tuple(word for word in words if not _VERSION.match(word))
        if named and not _is_locale(segment):
            return named
    return ()


def _article_numbers(url: str) -> set[str]:
    return set(_ARTICLE_NUMBER.findall(urlsplit(url).path))


def _share_words(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Tell whether a telling word is common; where one side has none, any word."""
    telling = set(mine) - _FILLER, set(theirs) - _FILLER
    if all(telling):
        return bool(telling[0] & telling[1])
    return bool(set(mine) & set(theirs))


def is_home(url: str) -> bool:
    """Tell whether the address is a site's front page, of whatever locale."""
    parts = urlsplit(url)
    return not _segments(url) and not parts.query


def is_above(url: str, document: str) -> bool:
    """Tell whether `url` is a folder that the address of the document lies in."""
    upper, lower = _segments(url), _segments(document)
    return _host(url) == _host(document) and upper == lower[: len(upper)] and upper != lower


def is_login(url: str) -> bool:
    """Tell whether the address is one that asks for a login."""
    parts = urlsplit(url.lower())
    return bool(_LOGIN.search(parts.path) or _LOGIN_HOST.search(parts.hostname or ""))


def is_error(url: str) -> bool:
    """Tell whether the address names itself an error page."""
    return bool(_ERROR_PATH.search(urlsplit(url.lower()).path))


def _is_initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    initials = "".join(word[0] for word in long)
    return len(initials) in _INITIALS and initials in short


def _normalised(url: str) -> tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]]:
    query = tuple(
        sorted(
            (key, value)
            for key, value in parse_qsl(urlsplit(url).query, keep_blank_values=True)
            if not _IGNORED_PARAMETERS.match(key.lower())
        )
    )
    return _host(url), _segments(url), query


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").lower().removeprefix("www.").rstrip(".")


def _segments(url: str) -> tuple[str, ...]:
    """Return the path in parts, without locale, index file and file suffix."""
    segments = [part for part in unquote(urlsplit(url).path).lower().split("/") if part]
    segments = segments[_locale_length(segments) :]
    if segments and _INDEX.match(segments[-1]):
        segments.pop()
    if segments:
        segments[-1] = _SUFFIX.sub("", segments[-1])
    return tuple(segments)


def _locale_length(segments: list[str]) -> int:
    """Count the leading parts that only say the locale: "en", "de-at", "ie/en".

    A country alone stays: the policy for the US is not the one for the EU.
    """
    if segments and _is_locale(segments[0]):
        return 2 if len(segments) > 1 and _is_locale(segments[1]) else 1
    is_country = len(segments) > 1 and _COUNTRY.match(segments[0])
    return 2 if is_country and _is_locale(segments[1]) else 0


def _is_locale(segment: str) -> bool:
    match = _LOCALE.match(segment)
    return match is not None and not _LANGUAGES.isdisjoint(match.groups())
