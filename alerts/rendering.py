"""Turns what an alert says into plain text and HTML: one sandboxed environment for all."""

from __future__ import annotations

from functools import cache, partial

from css_inline import CSSInliner
from jinja2 import BaseLoader, PackageLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from alerts.links import is_web_address
from alerts.plain import harmless, one_line, short, wrapped
from alerts.wording import date, label


def render(template: str, language: str, context: dict[str, object]) -> tuple[str, str]:
    """Return (plain text, HTML) of a template in a language.

    `template` is a name without ending: `NAME.txt.j2` and `NAME.html.j2`. What is
    passed in is escaped in HTML; a template cannot reach Python from it.
    """
    words = {
        "t": partial(label, language=language),
        "date": partial(date, language=language),
        "language": language,
    }
    text = _environment().get_template(f"{template}.txt.j2").render(**words, **context)
    html = _environment().get_template(f"{template}.html.j2").render(**words, **context)
    return _tidy(text), _inliner().inline(html)


def environment(loader: BaseLoader) -> ImmutableSandboxedEnvironment:
    """Return an environment in which a template cannot do harm, whoever wrote it."""
    made = ImmutableSandboxedEnvironment(
        loader=loader,
        autoescape=lambda name: name is None or not name.endswith(".txt.j2"),
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["one_line"] = one_line
    made.filters["short"] = short
    made.filters["wrapped"] = wrapped
    made.tests["web_address"] = is_web_address
    return made


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return environment(PackageLoader("alerts"))


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
