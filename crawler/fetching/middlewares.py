"""The steps around a download that Scrapy has, with typed errors and our own rules."""

from __future__ import annotations

import zlib

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares import httpcompression, redirect
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from crawler.fetching.addresses import check_address
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
    """Follows redirects without taking the validators along.

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
        return result


class DecompressionMiddleware(httpcompression.HttpCompressionMiddleware):
    """Undoes the content encoding; a bomb and a broken body each get their own error."""

    def process_response(  # type: ignore[override]  # Scrapy still allows a third argument
        self, request: Request, response: Response
    ) -> Request | Response:
        """Return the response with its body decoded."""
        # Asked first: Scrapy takes the header from the response that it is given.
        encoding = (response.headers.get("Content-Encoding") or b"").strip().lower()
        try:
            decoded = super().process_response(request, response)
        except IgnoreRequest as error:
            raise TooLargeError(str(error)) from error
        except Exception as error:  # four decoders, each with errors of its own
            raise UndecodableBodyError(str(error)) from error
        if encoding in {b"gzip", b"x-gzip"} and ends_early(response.body):
            raise UndecodableBodyError("the compressed body ends early")
        return decoded


def ends_early(packed: bytes) -> bool:
    """Tell whether gzip data lacks its end; Scrapy takes what there is for the whole.

    Half a document would look like one from which half was deleted. What was appended
    to complete data is no matter.
    """
    while packed:
        member = zlib.decompressobj(wbits=31)
        try:
            member.decompress(packed)
        except zlib.error:
            return False
        if not member.eof:
            return True
        packed = member.unused_data
    return False
