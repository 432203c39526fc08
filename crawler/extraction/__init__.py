"""Extraction: the wording of a saved capture. Takes bytes, never the network."""

from crawler.extraction.chrome import Dropped
from crawler.extraction.extraction import RULES_VERSION, Extraction, extract, fingerprint
from crawler.extraction.gate import visible_text_hash
from crawler.extraction.markdown import read_markdown
from crawler.extraction.plain_text import read_text

__all__ = [
    "RULES_VERSION",
    "Dropped",
    "Extraction",
    "extract",
    "fingerprint",
    "read_markdown",
    "read_text",
    "visible_text_hash",
]
