"""One sentence for people, in each language the product speaks."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("en", "de")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The same statement in English and in German, plain text without markup."""

    en: str
    de: str

    def in_language(self, language: str) -> str:
        """Return the wording for `language`; English when it is not spoken here."""
        return self.de if language == "de" else self.en
