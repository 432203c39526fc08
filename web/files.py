"""What is handed out as a file: saved by the browser, never shown by it."""

from __future__ import annotations

import re

from fastapi.responses import Response


def attachment(content: bytes | str, name: str, media_type: str) -> Response:
    """Return a download; of the name only plain characters are kept."""
    safe = re.sub(r"[^A-Za-z0-9._-]", "_", name)
    return Response(
        content,
        media_type=media_type,
        headers={"content-disposition": f'attachment; filename="{safe}"'},
    )
