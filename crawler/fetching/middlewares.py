"""The steps around a download that Scrapy has, with typed errors and our own rules."""

from __future__ import annotations

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares import httpcompression, redirect
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from crawler.fetching.addresses import check_address
from crawler.fetching.completeness import ends_early
from crawler.fetching.errors import (
    BadRedirectError,
    TooLargeError,
    TooManyRedirectsError,
    UndecodableBodyError,
)
from crawler.fetching.resolver import as_refused

CONDITIONAL_HEADERS = ("If-None-Match", "If-Modified-Since")


class AddressMiddleware:
    """Refuses addresses by how they are written, for each request and each redirect."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> AddressMiddleware:
        """Build it from Scrapy's settings."""
        return cls(allow_private=crawler.settings.getbool("CLAUSEWATCH_ALLOW_PRIVATE"))

    def process_request(self, request: Request) -> None:
        """Raise `RefusedAddressError` before anything is asked."""
        check_address(request.url, allow_private=self._allow_private)

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Raise `RefusedAddressError` where a name had private addresses only."""
        refused = as_refused(exception, request.url)
        if refused is not exception:
            raise refused from exception


class RedirectMiddleware(redirect.RedirectMiddleware):
    """Follows redirects without taking the validators along, nor the host's turn.

    Validators stand for the address that gave them (RFC 9110, 8.8): sent to another
    one, an older Last-Modified there would answer "not modified" about a document
    that we have never seen, and the change would be missed.
    """

    def process_response(  # type: ignore[override]  # Scrapy still allows a third argument
        self, request: Request, response: Response
    ) -> Request | Response:
        """Return the request for the next hop, or the response when there is none."""
        try:
            result = super().process_response(request, response)
        except IgnoreRequest as error:
            raise TooManyRedirectsError from error
        except ValueError as error:
            raise BadRedirectError(str(error)) from error
        if isinstance(result, Request):
            for name in CONDITIONAL_HEADERS:
                result.headers.pop(name, None)
            # Else Scrapy would keep the distance of the host that has sent us on.
            result.meta.pop("download_slot", None)
        return result


class DecompressionMiddleware(httpcompression.HttpCompressionMiddleware):
    """Undoes the content encoding; a bomb and a broken body each get their own error."""

    def process_response(  # type: ignore[override]  # Scrapy still allows a third argument
        self, request: Request, response: Response
    ) -> Request | Response:
        """Return the response with its body decoded."""
        try:
            return super().process_response(request, response)
        except UndecodableBodyError:
            raise
        except IgnoreRequest as error:
            raise TooLargeError(str(error)) from error
        except Exception as error:  # four decoders, each with errors of its own
            raise UndecodableBodyError(str(error)) from error

    @staticmethod
    def _decode(body: bytes, encoding: bytes, max_size: int) -> bytes:
        """Undo one of the encodings, of which a body may have several."""
        decoded = httpcompression.HttpCompressionMiddleware._decode(body, encoding, max_size)  # noqa: SLF001 (the only place where each layer is seen)
        if ends_early(body, encoding.decode("ascii")):
            raise UndecodableBodyError("the compressed body ends early")
        return decoded
