"""Raw captures as WARC 1.1 (ISO 28500), which other tools replay.

What is stored is the body after transfer and content decoding, so the headers that
tell of these are left out; all others are as the server sent them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from domain.capture import Capture
from storage.records import StoredCapture
from storage.store import Store

_EVER = (datetime(1990, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC))
_DECODED = frozenset({"content-encoding", "transfer-encoding", "content-length", "connection"})


def captures_warc(store: Store, source_id: str, software: str) -> Iterator[bytes]:
    """Yield all captures of a source as a gzipped WARC, oldest first, one at a time.

    A body that was stored before is a `revisit` of the record that has it. A capture
    whose bytes were let go is a `metadata` record of all else that is known of it.
    """
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    info = {"software": software, "format": "WARC File Format 1.1"}
    writer.write_record(writer.create_warcinfo_record(f"{source_id}.warc.gz", info))
    yield _taken(buffer)
    first: dict[str, tuple[str, str, str]] = {}
    with store.read() as history:
        for tick in history.capture_ticks(source_id, *_EVER):
            stored = history.stored_capture(tick.id)
            if stored.let_go is None:
                _write(writer, history.capture(tick.id), first)
            else:
                _write_without_body(writer, stored, history.stands_in_for(tick.id))
            yield _taken(buffer)


def _write(writer: Any, capture: Capture, first: dict[str, tuple[str, str, str]]) -> None:
    """Write a capture: the hops that led to it, then what answered."""
    url, at = _write_hops(writer, capture)
    headers = _http(capture.status, [*_told(capture), ("Content-Length", str(len(capture.body)))])
    known = first.get(capture.body_hash)
    if known is None:
        record = _record(writer, url, at, headers, capture.body)
        digest = record.rec_headers.get_header("WARC-Payload-Digest")
        first[capture.body_hash] = (digest, url, at)
    else:
        digest, first_url, first_at = known
        record = writer.create_revisit_record(
            url, digest, first_url, first_at, headers, warc_headers_dict={"WARC-Date": at}
        )
    writer.write_record(record)


def _write_hops(writer: Any, capture: Capture | StoredCapture) -> tuple[str, str]:
    """Write the redirects before an answer; return the answer's address and time."""
    at = _time(capture)
    url = capture.requested_url
    for hop in capture.redirects:
        headers = _http(hop.status, [("Location", hop.url)])
        writer.write_record(_record(writer, url, at, headers, b""))
        url = hop.url
    return capture.final_url or url, at


def _write_without_body(
    writer: Any, capture: StoredCapture, stands_in: StoredCapture | None
) -> None:
    """Write what is known of a capture whose bytes were let go."""
    if capture.let_go is None:
        raise AssertionError("its bytes are there")
    url, at = _write_hops(writer, capture)
    fields = [
        ("http-status", str(capture.status)),
        *(("http-header", f"{name}: {value}") for name, value in _told(capture)),
        ("payload-sha256", capture.body_hash),
        ("payload-length", str(capture.size)),
        ("payload-let-go", f"{capture.let_go.at:%Y-%m-%d} after {capture.let_go.days} days"),
        ("same-wording", "" if stands_in is None else _time(stands_in)),
    ]
    payload = "".join(f"{name}: {value}\r\n" for name, value in fields).encode()
    record = writer.create_warc_record(
        url,
        "metadata",
        payload=io.BytesIO(payload),
        length=len(payload),
        warc_content_type="application/warc-fields",
        warc_headers_dict={"WARC-Date": at},
    )
    writer.write_record(record)


def _time(capture: Capture | StoredCapture) -> str:
    return capture.fetched_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _record(writer: Any, url: str, at: str, headers: StatusAndHeaders, body: bytes) -> Any:
    return writer.create_warc_record(
        url,
        "response",
        payload=io.BytesIO(body),
        length=len(body),
        http_headers=headers,
        warc_headers_dict={"WARC-Date": at},
    )


def _http(status: int, headers: list[tuple[str, str]]) -> StatusAndHeaders:
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = ""
    return StatusAndHeaders(f"{status} {phrase}".strip(), headers, protocol="HTTP/1.1")


def _told(capture: Capture | StoredCapture) -> list[tuple[str, str]]:
    return [
        (name, " ".join(value.split())) for name, value in capture.headers if name not in _DECODED
    ]


def _taken(buffer: io.BytesIO) -> bytes:
    written = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return written
