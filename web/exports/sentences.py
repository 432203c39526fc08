"""A sentence of ours as JSON can say it."""

from __future__ import annotations

from pydantic import BaseModel

from domain.sentence import Sentence


class SentenceOut(BaseModel):
    """A sentence of ours in each language."""

    en: str
    de: str

    @classmethod
    def of(cls, sentence: Sentence) -> SentenceOut:
        """Return it as JSON can say it."""
        return cls(en=sentence.en, de=sentence.de)
