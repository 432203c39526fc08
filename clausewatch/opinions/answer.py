"""What counts as an answer: a small JSON object of plain text; anything else does not."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, ValidationError

from domain.errors import OpinionError
from domain.opinion import Opinion
from domain.sentence import Sentence


def _plain(text: str) -> str:
    """Take out what is not seen: controls, and marks that turn the direction of text."""
    seen = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in text)
    plain = " ".join(seen.split())
    if not plain:
        raise ValueError("must say something")
    if "://" in plain or "www." in plain.casefold():
        raise ValueError("must not hold an address: nobody is sent anywhere by an opinion")
    return plain


class _Summary(BaseModel):
    model_config = ConfigDict(strict=True)

    en: Annotated[str, Field(max_length=500), AfterValidator(_plain)]
    de: Annotated[str, Field(max_length=500), AfterValidator(_plain)]


class _Answer(BaseModel):
    model_config = ConfigDict(strict=True)

    agrees: StrictBool
    summary: _Summary
    reason: Annotated[str, Field(max_length=1500), AfterValidator(_plain)]


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message


class _Completion(BaseModel):
    """The part of a chat completion that is looked at."""

    choices: Annotated[list[_Choice], Field(min_length=1)]


def opinion_in(body: bytes, model: str) -> Opinion:
    """Read the body of a chat completion as the opinion of a model.

    Raises:
        OpinionError: it is a refusal, no JSON, or not what was asked for.
    """
    try:
        message = _Completion.model_validate_json(body).choices[0].message
        if message.refusal or not message.content:
            raise _unusable("the model refused to answer")
        answer = _Answer.model_validate_json(_object_in(message.content))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise _unusable(f"the answer is not what was asked for ({where}: {first['msg']})") from None
    return Opinion(
        model=model,
        agrees=answer.agrees,
        summary=Sentence(answer.summary.en, answer.summary.de),
        reason=answer.reason,
    )


def _object_in(text: str) -> str:
    """Return the outermost braces: models like to put words or a fence around them."""
    return text[text.find("{") : text.rfind("}") + 1]


def _unusable(what: str) -> OpinionError:
    return OpinionError(what, counts=True, ends_pass=False)
