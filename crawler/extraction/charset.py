"""Bytes of a page -> text, decided as browsers decide it."""

from __future__ import annotations

from charset_normalizer import from_bytes
from w3lib.encoding import html_to_unicode

_SAMPLE_BYTES = 64_000


def decoded(body: bytes, content_type: str = "") -> str:
    """Return the text of `body`: byte order mark, header, `<meta>`, then what fits.

    The order is that of the HTML Living Standard, section 13.2.3.2. Bytes that do not
    fit become U+FFFD; NUL is dropped.
    """
    _, text = html_to_unicode(
        content_type or None, body, auto_detect_fun=_detected, default_encoding="utf-8"
    )
    return text.replace("\x00", "")


def _detected(body: bytes) -> str | None:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return "utf-8"
    else:
        return "utf-8"
    best = from_bytes(body[:_SAMPLE_BYTES]).best()
    return best.encoding if best else "cp1252"
