"""All versions of a source as plain texts in one archive."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from domain.document import BlockKind, Document
from storage.store import Store


def versions_zip(store: Store, source_id: str) -> bytes:
    """Return a zip with a text for each version, oldest first, and a list of them in JSON."""
    buffer = io.BytesIO()
    listed: list[dict[str, Any]] = []
    with store.read() as history, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for summary in reversed(history.version_list(source_id)):
            version = history.version_by_id(summary.id)
            name = f"{source_id}/{version.number:04}-{version.at:%Y-%m-%d}.txt"
            archive.writestr(name, as_text(version.document))
            listed.append(
                {
                    "file": name,
                    "version": version.number,
                    "at": version.at.isoformat(),
                    "title": version.document.title,
                    "words": version.word_count,
                    "wording_hash": version.wording_hash,
                }
            )
        archive.writestr(f"{source_id}/versions.json", json.dumps(listed, indent=2))
    return buffer.getvalue()


def as_text(document: Document) -> str:
    """Return a document as lines that a reader, or a comparing tool, finds its way in."""
    lines = [document.title, "=" * len(document.title), ""] if document.title else []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            lines += ["", f"{'#' * max(block.level, 1)} {block.text}", ""]
        elif block.kind is BlockKind.LIST_ITEM:
            lines.append(f"{'  ' * max(block.level - 1, 0)}- {block.text}")
        else:
            lines += [block.text, ""]
    return "\n".join(lines).strip() + "\n"
