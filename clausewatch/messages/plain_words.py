"""What the libraries say of a wrong value, as people say it."""

from __future__ import annotations


def in_plain_words(said: str) -> str:
    """Return a message of Pydantic or Typer without their own words."""
    said = said.removeprefix("Value error, ").replace("Input should be", "must be")
    said, _, _ = said.partition(", unable to ")
    if said.startswith("Input is not a valid path"):  # names a class of Python
        return "must be a path, in quotation marks"
    return said.replace("a valid integer", "a whole number").replace("a valid ", "a ")
