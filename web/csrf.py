"""A form is obeyed only when a page of ours showed it to the same person."""

from __future__ import annotations

import secrets
from typing import Annotated

from fastapi import Depends, Form, Request

from web.refusals import Refusal

_KEY = "csrf"


def token(request: Request) -> str:
    """Return the token of the session, for a form on a page."""
    session = request.session
    if _KEY not in session:
        session[_KEY] = secrets.token_urlsafe(24)
    return str(session[_KEY])


def from_our_form(request: Request, csrf: Annotated[str, Form()] = "") -> None:
    """Refuse a form that does not carry the token of the session.

    Browsers also say from where a request was started (Fetch Metadata); another site
    is refused even if it knew the token.
    """
    known = str(request.session.get(_KEY, ""))
    elsewhere = request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}
    if elsewhere or not known or not secrets.compare_digest(known.encode(), csrf.encode()):
        raise Refusal(403, "refused_form")


OurForm = Depends(from_our_form)
