"""Before every answer: is the host ours, is it too often, who is asking, may they?

Nothing is shown to nobody: a path answers without a person only when it is listed here.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.access import Person, Role, person_asking
from web.deps import Deps
from web.errors import refusal_answer
from web.refusals import Refusal

OPEN_PATHS = ("/static/", "/sign-in", "/sign-out", "/health")
"""What is answered without knowing who asks: nothing of the store."""

# Nothing but our own files runs or is shown; no other site may frame a page, be sent a
# form or learn what was looked at.
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


class Guard:
    """Stands before the application; what it refuses never reaches a route."""

    def __init__(self, app: ASGIApp, *, deps: Deps) -> None:
        self._app = app
        self._deps = deps
        self._hosts = _hosts(deps)
        self._often = Often(deps)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message), scope["path"], self._deps)
            await send(message)

        request = Request(scope)
        refused = self._refused(request)
        if refused is None:
            await self._app(scope, receive, send_guarded)
        else:
            await refused(scope, receive, send_guarded)

    def _refused(self, request: Request) -> Response | None:
        if self._hosts and (request.url.hostname or "") not in self._hosts:
            return Response("unknown host", 421, media_type="text/plain")
        peer = request.client.host if request.client else ""
        person = person_asking(self._deps.access, peer, request.headers, request.session)
        request.state.person = person or Person("", Role.READER)
        if not self._often.allows(request, person.name if person and person.name else peer):
            return refusal_answer(request, self._deps, Refusal(429, "refused_often"))
        if person is None and not request.url.path.startswith(OPEN_PATHS):
            return self._unknown(request)
        return None

    def _unknown(self, request: Request) -> Response:
        nobody = self._deps.access.mode == "oidc" and not request.session.get("name")
        page = request.method == "GET" and not request.url.path.startswith("/api/")
        if nobody and page:
            back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            return RedirectResponse(f"/sign-in?back={quote(back)}", status_code=303)
        refusal = Refusal(401, "refused_nobody") if nobody else Refusal(403, "refused_person")
        return refusal_answer(request, self._deps, refusal)


class Often:
    """Counts how often each client asks, in a moving window."""

    def __init__(self, deps: Deps) -> None:
        rates = deps.rates
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._rates = {
            kind: parse(rate)
            for kind, rate in (
                ("page", rates.pages),
                ("decision", rates.decisions),
                ("sign-in", rates.sign_ins),
            )
            if rate
        }

    def allows(self, request: Request, client: str) -> bool:
        """Tell whether a client may ask once more, and count it."""
        path = request.url.path
        if path.startswith("/static/"):
            return True
        kind = "page" if request.method in {"GET", "HEAD"} else "decision"
        kind = "sign-in" if path.startswith("/sign-in") else kind
        rate = self._rates.get(kind)
        return rate is None or self._limiter.hit(rate, kind, client)


def _hosts(deps: Deps) -> frozenset[str]:
    """Return the names we answer to; empty when a proxy before us decides that.

    A page of another site could otherwise have its name lead to this machine and read
    what a local server shows.
    """
    public = urlsplit(deps.public_url).hostname
    if deps.access.mode == "proxy" and not public:
        return frozenset()
    return _LOOPBACK_HOSTS | ({public} if public else frozenset())


def _add_headers(headers: MutableHeaders, path: str, deps: Deps) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    if deps.secure:
        headers.setdefault("strict-transport-security", "max-age=31536000")
    if not path.startswith("/static/"):
        headers.setdefault("cache-control", "private, no-cache")
        headers.append("vary", "accept-language, cookie")
