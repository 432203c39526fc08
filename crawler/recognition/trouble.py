"""What an editor is told of a trouble: what arrived instead, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence

_LONGEST_FACT = 160


@dataclass(frozen=True, slots=True)
class Trouble:
    """One way of not being the document, in the words of both languages."""

    kind: ProblemKind
    what: Sentence
    advice: Sentence
    certain: bool = False


def problem(trouble: Trouble, **facts: object) -> Problem:
    """Return the trouble as a problem, with the facts of the case filled in.

    Facts may come from the web: they are cut short and kept to one line.
    """
    safe = {name: " ".join(str(fact).split())[:_LONGEST_FACT] for name, fact in facts.items()}
    return Problem(
        kind=trouble.kind,
        what=_filled(trouble.what, safe),
        advice=_filled(trouble.advice, safe),
        certain=trouble.certain,
    )


def _filled(sentence: Sentence, facts: dict[str, str]) -> Sentence:
    return Sentence(en=sentence.en.format(**facts), de=sentence.de.format(**facts))
