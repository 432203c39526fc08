"""Signing in at a configured OpenID Connect provider, and out again."""

from __future__ import annotations

from typing import Annotated, Protocol

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse

from web.csrf import OurForm
from web.pages import Asked, View
from web.refusals import Refusal

router = APIRouter()

_BACK = "back"


class SignsIn(Protocol):
    """What `web.provider.SignIn` does."""

    async def leave(self, request: Request, callback: str, *, as_another: bool) -> RedirectResponse:
        """Return the redirect to the provider, which asks anew who it is if wanted."""

    async def name(self, request: Request) -> str:
        """Return who has come back."""


@router.get("/sign-in")
async def sign_in(
    view: Asked,
    back: str = "/",
    as_another: Annotated[bool, Query()] = False,  # noqa: FBT002 - a query parameter
) -> RedirectResponse:
    """Send the person to the provider, which sends them back."""
    provider = _provider(view)
    view.request.session[_BACK] = here(back)
    callback = f"{view.deps.public_url}/sign-in/done"
    return await provider.leave(view.request, callback, as_another=as_another)


@router.get("/sign-in/done")
async def signed_in(view: Asked) -> RedirectResponse:
    """Take what the provider vouches for, and go on to the page that was asked for."""
    name = await _provider(view).name(view.request)
    session = view.request.session
    back = here(str(session.get(_BACK, "/")))
    # Nothing of the session from before is kept: someone else may have begun it.
    session.clear()
    session["name"] = name
    return RedirectResponse(back, status_code=303)


@router.post("/sign-out", dependencies=[OurForm])
def sign_out(view: Asked) -> RedirectResponse:
    """Forget who is signed in."""
    view.request.session.clear()
    return RedirectResponse("/sign-in/out", status_code=303)


@router.get("/sign-in/out")
def signed_out(view: Asked) -> HTMLResponse:
    """Say that nobody is signed in any more, where one can be."""
    _provider(view)
    return view.page("signed_out")


@router.get("/health")
def health() -> PlainTextResponse:
    """Tell a supervisor that the server answers; nothing else."""
    return PlainTextResponse("ok")


def here(back: str) -> str:
    """Return a path of ours to go back to; never another site."""
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"


def _provider(view: View) -> SignsIn:
    provider: SignsIn | None = view.request.app.state.provider
    if provider is None:
        by_proxy = view.deps.access.mode == "proxy"
        raise Refusal(404, "sign_in_by_proxy" if by_proxy else "no_sign_in")
    return provider
