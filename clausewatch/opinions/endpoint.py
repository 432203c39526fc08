"""One question to an OpenAI-compatible endpoint: bounded in time and size, never trusted."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from http import HTTPStatus

import httpx2

from clausewatch.opinions.answer import opinion_in
from clausewatch.opinions.question import Question
from clausewatch.opinions.settings import OpinionSettings
from domain.errors import OpinionError
from domain.opinion import Opinion

_MOST_BYTES = 256 * 1024
_FAULT_OF_THE_QUESTION = frozenset(
    {
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.UNPROCESSABLE_ENTITY,
    }
)


@dataclass(frozen=True)
class Endpoint:
    """Where to ask. Redirects are not followed: the key goes to the address given only."""

    settings: OpinionSettings

    def ask(self, question: Question) -> Opinion:
        """Ask, and return the opinion.

        Raises:
            OpinionError: there is none to be had: no connection, a status that is not
                200, too slow, too large, a refusal, or not what was asked for.
        """
        return opinion_in(asyncio.run(self._answer(question)), self.settings.model)

    async def _answer(self, question: Question) -> bytes:
        try:
            async with asyncio.timeout(self.settings.timeout):
                return await self._post(question)
        except TimeoutError as error:
            raise OpinionError(
                f"no answer within {self.settings.timeout:g} seconds", counts=True, ends_pass=True
            ) from error
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise OpinionError(
                f"the endpoint cannot be reached ({type(error).__name__})",
                counts=False,
                ends_pass=True,
            ) from error

    async def _post(self, question: Question) -> bytes:
        # The time for the whole is watched outside; that of a single read says little.
        async with (
            httpx2.AsyncClient(timeout=None, follow_redirects=False) as client,
            client.stream(
                "POST",
                f"{self.settings.base_url}/chat/completions",
                json={"model": self.settings.model, "messages": list(question.messages)},
                headers=self._headers(),
            ) as response,
        ):
            _refuse_status(response.status_code)
            return await _body(response)

    def _headers(self) -> dict[str, str]:
        # Unpacked, a small body may be of any size: none is asked for, none is taken.
        headers = {"accept": "application/json", "accept-encoding": "identity"}
        if key := self.settings.api_key.get_secret_value():
            headers["authorization"] = f"Bearer {key}"
        return headers


def _refuse_status(status: int) -> None:
    if status == HTTPStatus.OK:
        return
    of_question = status in _FAULT_OF_THE_QUESTION
    raise OpinionError(
        f"the endpoint answered {status}", counts=of_question, ends_pass=not of_question
    )


async def _body(response: httpx2.Response) -> bytes:
    """Read the raw bytes, and stop when there are too many."""
    body = bytearray()
    async for chunk in response.aiter_raw():
        body += chunk
        if len(body) > _MOST_BYTES:
            raise OpinionError(
                f"the answer is larger than {_MOST_BYTES} bytes", counts=True, ends_pass=False
            )
    return bytes(body)
