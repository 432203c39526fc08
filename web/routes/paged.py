"""Pages of a list, and answers that a client need not fetch twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

from fastapi import Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel, Field

T = TypeVar("T")


class Fault(BaseModel):
    """Why a request was not answered."""

    detail: str


class Page(BaseModel, Generic[T]):
    """Some items of a list, and where it goes on."""

    items: list[T]
    next: str | None = Field(description="address of the next page, null on the last one")


def page_of(
    request: Request, items: list[T], limit: int, onwards: Callable[[T], dict[str, object]]
) -> Page[T]:
    """Return the first `limit` items; one more than these tells that the list goes on."""
    shown = items[:limit]
    following = None
    if len(items) > limit:
        url = request.url.include_query_params(**onwards(shown[-1]))
        following = f"{url.path}?{url.query}"
    return Page(items=shown, next=following)


class Tagged(APIRoute):
    """A route whose answers carry an ETag (RFC 9110, 8.8.3); 304 when the client has it."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler with the tag around it."""
        answer = super().get_route_handler()

        async def tagged(request: Request) -> Response:
            response = await answer(request)
            tag = f'"{hashlib.sha256(bytes(response.body)).hexdigest()[:32]}"'
            if tag in _known(request):
                return Response(status_code=304, headers={"etag": tag})
            response.headers["etag"] = tag
            return response

        return tagged


def _known(request: Request) -> set[str]:
    given = request.headers.get("if-none-match", "").split(",")
    return {tag.strip().removeprefix("W/") for tag in given}
