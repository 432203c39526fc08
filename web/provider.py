"""Speaks to an OpenID Connect provider. Loaded only where one is configured."""

from __future__ import annotations

from typing import Any

from authlib.integrations.base_client import OAuthError  # type: ignore[import-untyped]
from authlib.integrations.starlette_client import OAuth  # type: ignore[import-untyped]
from fastapi import Request
from fastapi.responses import RedirectResponse
from httpx2 import HTTPError
from joserfc.errors import JoseError

from web.access import Provider
from web.refusals import Refusal


class SignIn:
    """Sends a person to the provider, and takes what it vouches for when they return.

    Authorization code with PKCE; state and nonce are kept in the session. authlib
    checks signature and times of the token by itself, issuer and audience as asked here.
    """

    def __init__(self, provider: Provider) -> None:
        issuer = provider.issuer.rstrip("/")
        self._claims = {
            "iss": {"essential": True, "values": [issuer, f"{issuer}/"]},
            "aud": {"essential": True, "value": provider.client_id},
            "exp": {"essential": True},
        }
        self._client = OAuth().register(
            "provider",
            client_id=provider.client_id,
            client_secret=provider.client_secret,
            server_metadata_url=f"{issuer}/.well-known/openid-configuration",
            client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256"},
        )

    async def leave(
        self, request: Request, callback: str, *, as_another: bool = False
    ) -> RedirectResponse:
        """Return the redirect to the provider, which sends the person on to `callback`.

        With `as_another` it does not send back at once whom it knows to be signed in
        (OpenID Connect Core, 3.1.2.1).
        """
        asked = {"prompt": "login"} if as_another else {}
        try:
            answer: RedirectResponse = await self._client.authorize_redirect(
                request, callback, **asked
            )
        except (HTTPError, OAuthError, ValueError) as error:
            raise Refusal(502, "provider_failed") from error
        return answer

    async def name(self, request: Request) -> str:
        """Return who the provider says has come back."""
        try:
            token = await self._client.authorize_access_token(request, claims_options=self._claims)
        except HTTPError as error:
            raise Refusal(502, "provider_failed") from error
        except (OAuthError, JoseError, ValueError) as error:
            raise Refusal(401, "sign_in_failed") from error
        name = name_of(token.get("userinfo") or {})
        if not name:
            raise Refusal(401, "sign_in_unnamed")
        return name


def name_of(claims: dict[str, Any]) -> str:
    """Return what a person is known by, "" when that is nothing.

    A mail address counts only when it was verified, also where it is the subject: at some
    providers people choose theirs.
    """
    if claims.get("email") and claims.get("email_verified") is True:
        return str(claims["email"])
    subject = str(claims.get("sub", ""))
    return "" if "@" in subject else subject
