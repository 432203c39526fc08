"""Bodies as zstandard frames, alone or against bytes that are known already."""

from __future__ import annotations

import sys

from domain.errors import StoreError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LEVEL = 19
SHORTEST_PREFIX = 8  # what zstandard takes as a dictionary
_WINDOW = (10, 27)  # the bounds of zstandard for a window that every reader accepts


def compress(body: bytes, prefix: bytes | None = None) -> bytes:
    """Return the frame of a body, against `prefix` where there is one."""
    if prefix is None:
        return zstd.compress(body, options=_options(len(body)))
    return zstd.compress(
        body,
        options=_options(len(body) + len(prefix)),
        zstd_dict=zstd.ZstdDict(prefix, is_raw=True).as_prefix,
    )


def decompress(data: bytes, prefix: bytes | None, size: int) -> bytes:
    """Return the body of a frame; StoreError when it is not a frame of `size` bytes."""
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _WINDOW[1]}
    try:
        known = None if prefix is None else zstd.ZstdDict(prefix, is_raw=True).as_prefix
        reader = zstd.ZstdDecompressor(zstd_dict=known, options=options)
        body = reader.decompress(data, max_length=size + 1)
    except (zstd.ZstdError, ValueError) as error:  # ValueError: a prefix that is none
        raise StoreError(f"A stored body cannot be unpacked ({error})") from error
    if len(body) != size:
        raise StoreError(f"A stored body has {len(body)} bytes or more instead of {size}")
    return body


def _options(reach: int) -> dict[int, int]:
    """Return the options for a window that reaches over prefix and body."""
    window = max(_WINDOW[0], min(_WINDOW[1], reach.bit_length()))
    return {
        zstd.CompressionParameter.compression_level: LEVEL,
        zstd.CompressionParameter.window_log: window,
    }
