"""The phrases of the pages, by name, in each language the product speaks; a module a subject."""

from __future__ import annotations

from domain.sentence import Sentence
from web.labels import changes, doors, flags, frame, overview, ratings, search, sources

SUBJECTS = (frame, doors, overview, ratings, flags, sources, changes, search)
LABELS: dict[str, Sentence] = {
    name: phrase for subject in SUBJECTS for name, phrase in subject.LABELS.items()
}
