"""Bodies in every encoding and size: decoded whole, or not taken for the page."""

from __future__ import annotations

import gzip
import hashlib
import sys
import zlib
from http.server import BaseHTTPRequestHandler

import brotli  # type: ignore[import-untyped]  # ships no types
import pytest

from domain.capture import Fetched
from domain.problem import ProblemKind
from tests.crawler.fetching.crawled import capture, failure, results, wanted
from tests.crawler.fetching.site import TEXT, Page, dropped, page, serving

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


LATIN = "<p>Änderung der Datenschutzerklärung</p>".encode("iso-8859-1")


def _endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b"x" * 10_000)
    handler.close_connection = True


def _chunked(*chunks: bytes, ended: bool) -> Page:
    """Return a page in chunks; without the last, empty one it is cut off between two."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for chunk in chunks:
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        if ended:
            handler.wfile.write(b"0\r\n\r\n")
        handler.close_connection = True

    return answer


def _cut_inside_a_chunk(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"ff\r\n<p>We do not")
    handler.close_connection = True


# Compresses badly, so that part of it can be had from part of the compressed bytes.
VARIED = b"".join(hashlib.sha256(bytes([number])).hexdigest().encode() for number in range(200))


RAW_DEFLATE = zlib.compressobj(wbits=-15)


PACKED = {
    "gzip": ("gzip", gzip.compress(VARIED)),
    "deflate": ("deflate", zlib.compress(VARIED)),
    "raw-deflate": ("deflate", RAW_DEFLATE.compress(VARIED) + RAW_DEFLATE.flush()),
    "brotli": ("br", brotli.compress(VARIED)),
    "zstd": ("zstd", zstd.compress(VARIED[:5000]) + zstd.compress(VARIED[5000:])),
    "brotli-in-gzip": ("br, gzip", gzip.compress(brotli.compress(VARIED))),
    "half-brotli-in-gzip": ("br, gzip", gzip.compress(brotli.compress(VARIED)[:4000])),
}


def _packed(name: str, share: float = 1.0) -> Page:
    """Return a page in a content encoding, or the first part of one."""
    encoding, body = PACKED[name]
    return page(body[: int(len(body) * share)], headers={"Content-Encoding": encoding})


PAGES: dict[str, Page] = {
    **{f"/whole-{name}": _packed(name) for name in PACKED},
    **{f"/half-{name}": _packed(name, 2 / 3) for name in PACKED},
    **{f"/nearly-{name}": _packed(name, 0.999) for name in PACKED},
    "/chunked": _chunked(TEXT[:500], TEXT[500:], ended=True),
    "/half-chunked": _chunked(TEXT[:500], ended=False),
    "/half-chunk": _cut_inside_a_chunk,
    "/latin": page(LATIN, headers={"Content-Type": "text/html; charset=iso-8859-1"}),
    "/gzip": page(gzip.compress(TEXT), headers={"Content-Encoding": "gzip"}),
    "/deflate": page(zlib.compress(TEXT), headers={"Content-Encoding": "deflate"}),
    "/bomb": page(gzip.compress(bytes(50_000_000)), headers={"Content-Encoding": "gzip"}),
    "/two-gzips": page(
        gzip.compress(TEXT[:5]) + gzip.compress(TEXT[5:]) + bytes(3),
        headers={"Content-Encoding": "gzip"},
    ),
    "/not-gzip": page(TEXT, headers={"Content-Encoding": "gzip"}),
    "/announced": page(b"x" * 200_001),
    "/endless": _endless,
    "/dropped": dropped,
}


@pytest.fixture(scope="module")
def fetched() -> dict[str, Fetched]:
    """Crawl every page once and return what came of each."""
    with serving(dict(PAGES)) as site:
        return results([wanted(site.url + path, path.strip("/")) for path in PAGES])


def test_bytes_are_kept_in_their_own_encoding(fetched: dict[str, Fetched]) -> None:
    """Nothing is decoded to text or re-encoded on the way."""
    assert capture(fetched["latin"]).body == LATIN


@pytest.mark.parametrize("name", ["gzip", "deflate"])
def test_content_encoding_is_undone(name: str, fetched: dict[str, Fetched]) -> None:
    """The body is what the server meant, and no header claims otherwise."""
    assert capture(fetched[name]).body == TEXT
    assert capture(fetched[name]).header("content-encoding") == ""


@pytest.mark.parametrize("name", ["bomb", "announced", "endless"])
def test_a_body_over_the_limit_is_not_taken(name: str, fetched: dict[str, Fetched]) -> None:
    """Announced by its length, without end, or hidden in a few compressed bytes."""
    problem = failure(fetched[name]).problem
    assert problem.kind is ProblemKind.TOO_LARGE
    assert problem.certain


@pytest.mark.parametrize(
    ("name", "size"),
    [("bomb", "the limit is 200000 bytes"), ("announced", "200001 bytes, and the limit is 200000")],
)
def test_a_body_over_the_limit_names_it_and_its_setting(
    name: str, size: str, fetched: dict[str, Fetched]
) -> None:
    """The size too, where the server announces one."""
    problem = failure(fetched[name]).problem
    assert size in problem.what.en
    assert "200000" in problem.what.de
    assert "fetch.max_bytes" in problem.advice.en
    assert "fetch.max_bytes" in problem.advice.de


def test_a_body_that_is_not_in_its_encoding_is_unreadable(fetched: dict[str, Fetched]) -> None:
    """A broken body is not stored as if it were the page."""
    assert failure(fetched["not-gzip"]).problem.kind is ProblemKind.UNREADABLE


@pytest.mark.parametrize("name", sorted(PACKED))
def test_a_compressed_body_that_ends_early_is_not_taken_for_the_page(
    name: str, fetched: dict[str, Fetched]
) -> None:
    """Half a document would look like one from which half was deleted.

    Whichever the encoding, how little is missing, or in which of two layers.
    """
    broken = ["half", "nearly"]
    if name == "half-brotli-in-gzip":
        broken.append("whole")
    else:
        assert capture(fetched[f"whole-{name}"]).body == VARIED
    for part in broken:
        problem = failure(fetched[f"{part}-{name}"]).problem
        assert problem.kind is ProblemKind.UNREADABLE
        assert not problem.certain


def test_what_follows_complete_data_is_no_matter(fetched: dict[str, Fetched]) -> None:
    """Some servers send two gzip members, or pad the last one."""
    assert capture(fetched["two-gzips"]).body == TEXT


@pytest.mark.parametrize("name", ["half-chunked", "half-chunk", "dropped"])
def test_an_answer_that_is_cut_off_is_not_taken_for_the_page(
    name: str, fetched: dict[str, Fetched]
) -> None:
    """Between two chunks, inside one, or before the length that was announced."""
    assert failure(fetched[name]).problem.kind is ProblemKind.UNREACHABLE
    assert capture(fetched["chunked"]).body == TEXT
