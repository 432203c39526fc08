"""Bytes of a page -> text, decided as browsers decide it."""

from __future__ import annotations

from charset_normalizer import from_bytes
from w3lib.encoding import (
    html_body_declared_encoding,
    html_to_unicode,
    http_content_type_encoding,
)

from crawler.extraction.tags import words

_SAMPLE_BYTES = 64_000
# The encodings of the WHATWG Encoding Standard, as Python names them. Python knows others:
# some are none of text ("base64"), some refuse to decode ("idna", "undefined").
_ENCODINGS = words("""
    utf-8 utf-16 utf-16-be utf-16-le cp866 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6
    iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u
    mac-roman mac-cyrillic cp874 cp932 cp949 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256
    cp1257 cp1258 gb18030 big5hkscs euc_jp iso2022_jp
""")


def decoded(body: bytes, content_type: str = "") -> str:
    """Return the text of `body`: byte order mark, header, `<meta>`, then what fits.

    The order is that of the HTML Living Standard, section 13.2.3.2, and so are the
    encodings; what names another one says nothing. Bytes that do not fit become U+FFFD;
    NUL is dropped.
    """
    encoding = _declared(body, content_type) or _detected(body)
    _, text = html_to_unicode(f"text/html; charset={encoding}", body, default_encoding="utf-8")
    return text.replace("\x00", "")


def _declared(body: bytes, content_type: str) -> str | None:
    by_header = http_content_type_encoding(content_type)
    if by_header in _ENCODINGS:
        return by_header
    by_page = html_body_declared_encoding(body)
    if by_page is not None and by_page.startswith("utf-16"):
        return "utf-8"  # in UTF-16 the declaration could not have been read
    return by_page if by_page in _ENCODINGS else None


def _detected(body: bytes) -> str:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return "utf-8"
    else:
        return "utf-8"
    best = from_bytes(body[:_SAMPLE_BYTES]).best()
    return best.encoding if best else "cp1252"
