"""Extraction: the wording of a saved capture. Takes bytes, never the network."""

from crawler.extraction.markdown import read_markdown
from crawler.extraction.plain_text import read_text

__all__ = ["read_markdown", "read_text"]
