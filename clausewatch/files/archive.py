"""Saved captures of pages, read in time order.

A folder holds `index.json`, a list of pages::

    [{"id": "example-privacy", "url": "https://…", "kind": "privacy_policy",
      "archive": "example-privacy.tar.zst",
      "captures": [{"file": "0000.html", "fetched_at": "2026-01-05T09:00:00+00:00"}]}]

The bodies lie in the archive of the page (`.tar`, `.tar.gz`, `.tar.zst`) or, without
`archive`, as files in a folder named after its id. A capture may also tell `status`,
`headers` and `final_url`; the type is taken from the file's ending where no header
gives it.
"""

from __future__ import annotations

import heapq
import json
import mimetypes
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pydantic import AwareDatetime, BaseModel, TypeAdapter, ValidationError

from domain.capture import Capture, CaptureOrigin
from domain.errors import ConfigurationError
from domain.watchlist import DocumentKind, Identifier

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

# Long-distance archives need a window larger than zstandard's default of 8 MiB.
_ZSTD_OPTIONS = {int(zstd.DecompressionParameter.window_log_max): 27}


class SavedCapture(BaseModel):
    """One capture as the index lists it."""

    file: str
    fetched_at: AwareDatetime
    status: int = 200
    headers: dict[str, str] = {}
    final_url: str = ""


class SavedPage(BaseModel):
    """One page as the index lists it, its captures in time order."""

    id: Identifier
    url: str
    kind: DocumentKind = DocumentKind.OTHER
    archive: str = ""
    captures: list[SavedCapture]


@dataclass(frozen=True, slots=True)
class ArchivedCapture:
    """A saved capture with its body, and where it came from."""

    page: SavedPage
    file: str
    capture: Capture


def read_index(folder: Path) -> list[SavedPage]:
    """Read `index.json` of a folder of saved captures.

    Raises:
        ConfigurationError: there is none, or it does not say what it should.
    """
    path = folder / "index.json"
    try:
        return TypeAdapter(list[SavedPage]).validate_python(json.loads(path.read_bytes()))
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read ({error.strerror})") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ConfigurationError(f"{path}: {where}: {first['msg']}") from error
    except ValueError as error:
        raise ConfigurationError(f"{path}: is no JSON ({error})") from error


def read_captures(folder: Path, pages: list[SavedPage]) -> Iterator[ArchivedCapture]:
    """Yield the captures of all pages in time order, one body in memory a page."""
    return heapq.merge(
        *(_captures_of(folder, page) for page in pages), key=lambda item: item.capture.fetched_at
    )


def _captures_of(folder: Path, page: SavedPage) -> Iterator[ArchivedCapture]:
    bodies = _archived(folder / page.archive) if page.archive else _filed(folder / page.id, page)
    early: dict[str, bytes] = {}
    for saved in sorted(page.captures, key=lambda capture: capture.fetched_at):
        # Archives are usually in time order already; what comes early is kept.
        while saved.file not in early:
            try:
                name, body = next(bodies)
            except StopIteration:
                raise ConfigurationError(f"{folder}: {page.id}/{saved.file} is missing") from None
            early[name] = body
        yield ArchivedCapture(page, saved.file, _capture(page, saved, early.pop(saved.file)))


def _archived(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with _open(path) as stream, tarfile.open(fileobj=stream, mode="r|*") as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isfile() else None
                if content is not None:
                    yield Path(member.name).name, content.read()
    except (OSError, tarfile.TarError, zstd.ZstdError) as error:
        raise ConfigurationError(f"{path}: cannot be read ({error})") from error


def _open(path: Path) -> IO[bytes] | zstd.ZstdFile:
    if path.suffix == ".zst":
        return zstd.ZstdFile(path, "rb", options=_ZSTD_OPTIONS)
    return path.open("rb")


def _filed(folder: Path, page: SavedPage) -> Iterator[tuple[str, bytes]]:
    for saved in page.captures:
        try:
            yield saved.file, (folder / saved.file).read_bytes()
        except OSError as error:
            raise ConfigurationError(f"{folder / saved.file}: {error.strerror}") from error


def _capture(page: SavedPage, saved: SavedCapture, body: bytes) -> Capture:
    headers = {name.lower(): value for name, value in saved.headers.items()}
    headers.setdefault("content-type", media_type_of(saved.file))
    return Capture(
        source_id=page.id,
        requested_url=page.url,
        fetched_at=saved.fetched_at,
        body=body,
        status=saved.status,
        headers=tuple(headers.items()),
        final_url=saved.final_url or page.url,
        origin=CaptureOrigin.REPLAY,
    )


def media_type_of(name: str) -> str:
    """Guess the type of a saved page from its file name; "" when it tells nothing."""
    if name.lower().endswith((".md", ".markdown")):
        return "text/markdown"
    return mimetypes.guess_type(name)[0] or ""
