"""The look of a mail, as far as a program can judge it."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

STYLE = files("alerts").joinpath("templates/style.css").read_text(encoding="utf-8")
LIGHT, DARK = STYLE.split("@media (prefers-color-scheme: dark)")
ENOUGH = 4.5  # WCAG 2.2, 1.4.3: contrast of text, level AA

# What stands on what: a class that sets a colour, and the classes behind it.
ON = {
    "sheet": "sheet", "strong": "sheet", "tool": "sheet", "about": "sheet", "h3": "sheet",
    "where": "sheet", "cut": "sheet", "small": "sheet", "link": "sheet", "endangered": "sheet",
    "foot": "page", "seen": "sheet",
    "mark": "mark", "status-yes": "status-yes", "status-partly": "status-partly",
    "status-no": "status-no", "urgent": "urgent", "ins": "ins", "del": "del", "button": "button",
}  # fmt: skip


def value(css: str, name: str, setting: str) -> str:
    """The last colour that a sheet sets for a class."""
    found = ""
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        if f".{name}" in {selector.strip() for selector in selectors.split(",")}:
            match = re.search(rf"(?:^|[ ;]){setting}: (#[0-9a-f]{{6}})", body)
            found = match[1] if match else found
    return found


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("css", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), ON.items())
def test_text_has_contrast_enough(css: str, text: str, ground: str) -> None:
    """Every text colour can be read on what is behind it, in both schemes."""
    colour, behind = value(css, text, "color"), value(css, ground, "background-color")
    assert colour, f".{text} has no colour of its own here"
    assert behind, f".{ground} has no background of its own here"
    lighter, darker = sorted((luminance(colour), luminance(behind)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= ENOUGH


def test_every_class_with_a_colour_is_judged() -> None:
    """A colour that is added later does not slip by."""
    coloured = {
        name
        for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", LIGHT)
        for name in re.findall(r"\.([\w-]+)", selectors)
        if re.search(r"(?:^|[ ;])color: #", body)
    }
    assert coloured == set(ON)
