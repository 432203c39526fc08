"""What is answered when something is not there, not allowed or broken."""

from __future__ import annotations

import logging

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from domain.errors import LetGoError, NotFoundError, StoreError
from web.deps import Deps
from web.language import label, language_asked
from web.pages import View
from web.refusals import Refusal

_log = logging.getLogger(__name__)

_REASONS = {404: "not_found", 405: "refused_method", 422: "refused_values"}


def refusal_answer(request: Request, deps: Deps, refusal: Refusal) -> Response:
    """Return a page that says why, or JSON where a program asked."""
    language = language_asked(request.cookies, request.headers.get("accept-language", ""))
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": label(refusal.reason, "en")}, refusal.status)
    view = View(request, deps, request.state.person, language)
    return view.page(
        "refused",
        status=refusal.status,
        code=refusal.status,
        reason=refusal.reason,
        known_as=str(request.session.get("name", "")) if deps.access.mode == "oidc" else "",
    )


def answer_errors(app: FastAPI, deps: Deps) -> None:
    """Have every error of a route answered as a page or as JSON."""

    def refused(request: Request, error: Exception) -> Response:
        return refusal_answer(request, deps, _refusal(error))

    for kind in (Refusal, NotFoundError, StoreError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, refused)


def _refusal(error: Exception) -> Refusal:
    if isinstance(error, Refusal):
        return error
    if isinstance(error, LetGoError):
        return Refusal(410, "let_go_away")
    if isinstance(error, NotFoundError):
        return Refusal(404, "not_found")
    if isinstance(error, RequestValidationError):
        in_path = any(part["loc"][:1] == ("path",) for part in error.errors())
        return Refusal(404, "not_found") if in_path else Refusal(422, "refused_values")
    if isinstance(error, HTTPException):
        return Refusal(error.status_code, _REASONS.get(error.status_code, "refused_values"))
    _log.error("the store failed: %s", error)
    return Refusal(503, "store_failed")
