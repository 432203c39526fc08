"""What a body is: by the header of the server, else by its first bytes."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from domain.capture import Capture, CaptureOrigin
from domain.errors import UnreadableDocumentError


class MediaType(StrEnum):
    """The kinds of document that can be read."""

    HTML = "text/html"
    MARKDOWN = "text/markdown"
    TEXT = "text/plain"
    PDF = "application/pdf"


_BY_HEADER = {
    "text/html": MediaType.HTML,
    "application/xhtml+xml": MediaType.HTML,
    "application/xml": MediaType.HTML,
    "text/xml": MediaType.HTML,
    "text/markdown": MediaType.MARKDOWN,
    "text/x-markdown": MediaType.MARKDOWN,
    "text/mdx": MediaType.MARKDOWN,
    "text/plain": MediaType.TEXT,
    "application/json": MediaType.TEXT,
    "application/pdf": MediaType.PDF,
    "application/x-pdf": MediaType.PDF,
}
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdx"})
_TEXT_SUFFIXES = frozenset({".txt", ".text"})
_HTML_START = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script"
    rb"|link|style|div|main|article|section|h[1-6]|p|table|ul|ol|nav|header)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN_MARKS = re.compile(
    rb"^(?:#{1,6} \S|={3,}\s*$|-{3,}\s*$|\|.*\|\s*$)|\[[^\]\n]+\]\([^)\s]+\)|\*\*\S", re.MULTILINE
)
_SNIFFED_BYTES = 4096
# WHATWG MIME Sniffing, section 3: bytes that no text holds.
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BINARY_SHARE = 0.05


def media_type_of(capture: Capture) -> MediaType:
    """Return what the body of a capture is.

    Raises:
        UnreadableDocumentError: it is a picture, an archive or other binary data.
    """
    head = capture.body[:_SNIFFED_BYTES]
    if b"%PDF-" in head[:1024]:
        return MediaType.PDF
    declared = _BY_HEADER.get(capture.media_type)
    if declared is MediaType.PDF:
        raise UnreadableDocumentError(_no_pdf(capture))
    _refuse_binary(capture, head)
    suffix = PurePosixPath(urlsplit(capture.final_url or capture.requested_url).path).suffix.lower()
    if declared is MediaType.TEXT and suffix in _MARKDOWN_SUFFIXES:
        return MediaType.MARKDOWN
    return declared or _sniffed(head, suffix)


def _no_pdf(capture: Capture) -> str:
    if capture.origin is CaptureOrigin.MANUAL:  # there was no server: the name said so
        return "The file is named as a PDF, but does not start as one; save it again."
    return (
        "The server says PDF, but the body does not start as one; fetch it again or give "
        "the source another address."
    )


def _refuse_binary(capture: Capture, head: bytes) -> None:
    if head.startswith(_UTF16_MARKS) or "utf-16" in capture.header("content-type").lower():
        return
    if len(_BINARY.findall(head)) > max(2, _BINARY_SHARE * len(head)):
        by_hand = capture.origin is CaptureOrigin.MANUAL
        raise UnreadableDocumentError(
            f"The body is binary data ({capture.media_type or 'of no declared type'}), not a page, "
            f"a text or a PDF; {'save' if by_hand else 'give the source the address of'} a "
            "readable document."
        )


def _sniffed(head: bytes, suffix: str) -> MediaType:
    head = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")  # UTF-16, marks of order
    if _HTML_START.match(head):
        return MediaType.HTML
    if suffix in _MARKDOWN_SUFFIXES:
        return MediaType.MARKDOWN
    if suffix in _TEXT_SUFFIXES:
        return MediaType.TEXT
    if re.search(rb"<(?:html|body|div|p)\b[^>]*>", head, re.IGNORECASE):
        return MediaType.HTML
    return MediaType.MARKDOWN if _MARKDOWN_MARKS.search(head) else MediaType.TEXT
