"""One page put into words: the templates, and what all of them may use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from domain import names
from domain.sentence import Sentence
from domain.watchlist import Watchlist
from storage.store import History
from web import language as words
from web.access import Person, Role
from web.csrf import token
from web.deps import Deps
from web.notes import noted
from web.reviewed import Reviewed, Standing


@dataclass(frozen=True)
class View:
    """One request, and how it is answered with a page."""

    request: Request
    deps: Deps
    person: Person
    language: str

    def page(self, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
        """Return a page; what it is given is escaped."""
        html = environment().get_template(f"{template}.html.j2").render(**self._words(), **context)
        return HTMLResponse(html, status_code=status)

    @property
    def origin(self) -> str:
        """Where we are reached: the public address, else what was asked."""
        return self.deps.public_url.rstrip("/") or str(self.request.base_url).rstrip("/")

    def watchlist(self, history: History) -> Watchlist:
        """Return the watchlist as decisions have made it."""
        reviewed: Reviewed = self.request.app.state.reviewed
        return reviewed.watchlist(history)

    def standing(self, history: History) -> Standing:
        """Return the same, with the age of each review."""
        reviewed: Reviewed = self.request.app.state.reviewed
        return reviewed.standing(history, self.deps.clock())

    def _words(self) -> dict[str, Any]:
        now = self.deps.clock()
        return {
            "t": partial(words.label, language=self.language),
            "say": lambda sentence: sentence.in_language(self.language),
            "named": partial(named, language=self.language),
            "noted": noted,
            "moment": partial(words.moment, language=self.language),
            "day": partial(words.day, language=self.language),
            "lasting": partial(words.lasting, language=self.language),
            "calendar": partial(words.calendar, language=self.language),
            "ago": partial(words.ago, now=now, language=self.language),
            "number": partial(words.number, language=self.language),
            "csrf": partial(token, self.request),
            "language": self.language,
            "person": self.person,
            "may_decide": self.person.may(Role.EDITOR),
            "may_keep": self.person.may(Role.KEEPER),
            "here": self.request.url.path
            + (f"?{self.request.url.query}" if self.request.url.query else ""),
            "path": self.request.url.path,
            "signed_in": self.deps.access.mode == "oidc",
            "base": self.deps.public_url,
            "origin": self.origin,
            "now": now,
        }


def view_of(request: Request) -> View:
    """Return the view of a request; the guard has let its person in."""
    return View(
        request,
        request.app.state.deps,
        request.state.person,
        words.language_asked(request.cookies, request.headers.get("accept-language", "")),
    )


Asked = Annotated[View, Depends(view_of)]


_NAMES: dict[str, dict[Any, Sentence]] = {
    "status": dict(names.STATUSES),
    "urgency": dict(names.URGENCIES),
    "evidence": dict(names.EVIDENCE),
    "passage": dict(names.PASSAGES),
    "document": dict(names.DOCUMENTS),
    "problem": dict(names.PROBLEMS),
    "significance": dict(names.SIGNIFICANCES),
    "finding": dict(names.FINDINGS),
}


def named(table: str, value: object, language: str) -> str:
    """Return what a value of ours is called."""
    return _NAMES[table][value].in_language(language)


def is_web_address(address: str) -> bool:
    """Tell whether a reader may be sent there: http and https with a host only."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


@cache
def environment() -> Environment:
    """Return the environment of the templates: everything is escaped."""
    made = Environment(
        loader=PackageLoader("web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.tests["web_address"] = is_web_address
    return made
