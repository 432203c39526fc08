"""The addresses of the pages of a list."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from pydantic import BaseModel


def pages_of(path: str, wanted: BaseModel) -> Callable[[int], str]:
    """Return a function from the number of a page to its address; the filters stay."""

    def address(page: int) -> str:
        asked = {
            name: int(value) if isinstance(value, bool) else value
            for name, value in wanted.model_dump(mode="json", exclude_defaults=True).items()
        }
        return f"{path}?{urlencode({**asked, 'page': page})}"

    return address
