"""Puts the web application together from its parts."""

from __future__ import annotations

import gc
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.sessions import SessionMiddleware

from web.comparing import Comparing
from web.deps import Deps
from web.errors import answer_errors
from web.evidence import EvidenceDesk
from web.guard import Guard
from web.reviewed import Reviewed
from web.routes import (
    api,
    captures,
    changes,
    exports,
    feeds,
    flags,
    ratings,
    search,
    session,
    sources,
    start,
    tools,
)
from web.routes.session import SignsIn

PAGES = (start, tools, ratings, sources, changes, captures, flags, search, exports, session)
_A_WORKING_DAY = 12 * 3600  # seconds until one has to sign in again


def create_app(deps: Deps) -> FastAPI:
    """Return the application; it holds no connection until it is asked something."""
    app = FastAPI(
        title="Clausewatch",
        version="1",
        description="What was captured, what changed, and what has to be re-reviewed.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )
    app.state.deps = deps
    app.state.provider = _provider(deps)
    app.state.comparing = Comparing()
    app.state.evidence = EvidenceDesk()
    app.state.reviewed = Reviewed(deps.file)
    for module in PAGES:
        app.include_router(module.router, include_in_schema=False)
    app.include_router(feeds.router, include_in_schema=False)
    app.include_router(api.router)
    app.mount("/static", StaticFiles(directory=Path(str(files("web"))) / "static"))
    answer_errors(app, deps)
    # The last one added is the first one asked.
    app.add_middleware(Guard, deps=deps)
    app.add_middleware(
        SessionMiddleware,
        secret_key=deps.secret,
        session_cookie="__Host-clausewatch" if deps.secure else "clausewatch",
        max_age=_A_WORKING_DAY,
        same_site="lax",
        https_only=deps.secure,
    )
    return app


def make_ready(app: FastAPI) -> None:
    """Work out what the first pages would wait for, so that nobody waits for it.

    The garbage collector passes by all that is loaded by then, since it stays to the end:
    looking through it takes a tenth of a second, in the middle of a request.
    """
    deps: Deps = app.state.deps
    reviewed: Reviewed = app.state.reviewed
    with deps.store.read() as history:
        standing = reviewed.standing(history, deps.clock())
        app.state.evidence.lost(history, standing.watchlist)
    gc.collect()
    gc.freeze()


def _provider(deps: Deps) -> SignsIn | None:
    if deps.access.provider is None:
        return None
    from web.provider import SignIn  # noqa: PLC0415 - a second to load, and rarely configured

    return SignIn(deps.access.provider)
