"""What is handed out as a file: saved by the browser, never shown by it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fastapi.responses import Response, StreamingResponse


def attachment(content: bytes | str, name: str, media_type: str) -> Response:
    """Return a download; of the name only plain characters are kept."""
    return Response(content, media_type=media_type, headers=_saved_as(name))


def streamed(content: Iterable[bytes | str], name: str, media_type: str) -> StreamingResponse:
    """Return a download that is made while it is sent."""
    return StreamingResponse(content, media_type=media_type, headers=_saved_as(name))


def _saved_as(name: str) -> dict[str, str]:
    safe = re.sub(r"[^A-Za-z0-9._-]", "_", name)
    return {"content-disposition": f'attachment; filename="{safe}"'}
