"""Turns what an alert says into subject, plain text and HTML, all in a sandbox.

A folder of the user's may hold templates that go before the built-in ones. One that
fails costs nobody an alert: the built-in one takes its place, and the log says why.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from css_inline import CSSInliner
from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PackageLoader, StrictUndefined
from jinja2.exceptions import TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from alerts.links import is_web_address
from alerts.plain import harmless, one_line, short, wrapped
from alerts.wording import date, day, label

LONGEST_SUBJECT = 200

Context = Mapping[str, object]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rendered:
    """What an alert says, in each form that a mail has."""

    subject: str
    text: str
    html: str


class Templates:
    """The built-in templates, and those of a folder that go before them."""

    def __init__(self, folder: Path | None = None) -> None:
        self._own = environment(PackageLoader("alerts"))
        loaders = [PackageLoader("alerts")]
        self._users = (
            None
            if folder is None
            else environment(ChoiceLoader([FileSystemLoader(folder), *loaders]))
        )

    def render(self, name: str, language: str, subject: str, context: Context) -> Rendered:
        """Return an alert by the templates `NAME.txt.j2`, `.html.j2` and `.subject.j2`.

        `subject` is our own; a template of the user's may say it otherwise. What is
        passed in is escaped in HTML; a template cannot reach Python from it.
        """
        return Rendered(
            self._subject(name, language, subject, context),
            self.text(name, language, context),
            self._one(f"{name}.html.j2", language, context, _inliner().inline),
        )

    def text(self, name: str, language: str, context: Context) -> str:
        """Return the plain text of an alert alone."""
        return self._one(f"{name}.txt.j2", language, context, _tidy)

    def _one(self, file: str, language: str, context: Context, finish: Callable[[str], str]) -> str:
        if self._users is not None:
            try:
                return finish(_filled(self._users, file, language, context))
            # Whoever wrote the template may have divided by zero, too.
            except Exception as error:  # noqa: BLE001
                log.warning("template %s failed, the built-in one is used: %s", file, error)
        return finish(_filled(self._own, file, language, context))

    def _subject(self, name: str, language: str, subject: str, context: Context) -> str:
        if self._users is None:
            return subject
        file = f"{name}.subject.j2"
        try:
            made = _filled(self._users, file, language, {**context, "subject": subject})
        except Exception as error:  # noqa: BLE001 - as above
            if isinstance(error, TemplateNotFound) and error.name == file:
                return subject
            log.warning("template %s failed, the built-in subject is used: %s", file, error)
            return subject
        return short(made, LONGEST_SUBJECT) or subject


def environment(loader: BaseLoader) -> ImmutableSandboxedEnvironment:
    """Return an environment in which a template cannot do harm, whoever wrote it."""
    made = ImmutableSandboxedEnvironment(
        loader=loader,
        autoescape=lambda name: name is None or not name.endswith((".txt.j2", ".subject.j2")),
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # What comes from a page is never markup, whoever says that it is.
    made.filters.pop("safe")
    made.filters["one_line"] = one_line
    made.filters["short"] = short
    made.filters["wrapped"] = wrapped
    made.tests["web_address"] = is_web_address
    return made


def _filled(env: ImmutableSandboxedEnvironment, file: str, language: str, context: Context) -> str:
    words = {
        "t": partial(label, language=language),
        "date": partial(date, language=language),
        "day": partial(day, language=language),
        "language": language,
    }
    return env.get_template(file).render(**words, **context)


@cache
def _inliner() -> CSSInliner:
    # The rules for dark mode and phones cannot stand in a style attribute: they stay.
    return CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)


def _shown(value: object) -> object:
    return harmless(value) if isinstance(value, str) else value


def _tidy(text: str) -> str:
    """Drop spaces at line ends; never more than one empty line."""
    lines: list[str] = []
    for line in (line.rstrip() for line in text.splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).rstrip() + "\n"


BUILT_IN = Templates()
