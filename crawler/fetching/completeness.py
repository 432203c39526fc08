"""Telling a compressed body that ends early: Scrapy takes what there is for the whole.

Half a document would look like one from which half was deleted. What a cut leaves
whole (a body that is not compressed, in chunks or of an announced length) is seen by
Scrapy itself.
"""

from __future__ import annotations

import sys
import zlib

import brotli  # type: ignore[import-untyped]  # ships no types

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_GZIP = 31  # bits of window and kind of frame, as zlib counts them
_BARE = -15
_SOME = 65_536  # bytes


def ends_early(packed: bytes, encoding: str) -> bool:
    """Tell whether a body lacks its end; `encoding` is a name of RFC 9110, 8.4.1.

    To be asked of a body that was decoded before, within its limit of size. What was
    appended to complete data is no matter. An empty body has nothing to lack.
    """
    if encoding == "br":
        return _brotli_ends_early(packed)
    while packed:  # gzip members and zstandard frames may follow one another
        part = zstd.ZstdDecompressor() if encoding == "zstd" else _inflating(packed, encoding)
        try:
            part.decompress(packed)
        except (zlib.error, zstd.ZstdError):
            return False
        if not part.eof:
            return True
        packed = part.unused_data
    return False


def _inflating(packed: bytes, encoding: str) -> zlib._Decompress:
    if encoding != "deflate":
        return zlib.decompressobj(wbits=_GZIP)
    try:
        zlib.decompressobj().decompress(packed, _SOME)
    except zlib.error:  # some servers leave out the frame that the standard asks for
        return zlib.decompressobj(wbits=_BARE)
    return zlib.decompressobj()


def _brotli_ends_early(packed: bytes) -> bool:
    decompressor = brotli.Decompressor()
    decompressor.process(packed)
    return bool(packed) and not decompressor.is_finished()
