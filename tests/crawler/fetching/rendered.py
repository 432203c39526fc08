"""What the tests of pages in a browser have in common."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from crawler.fetching.browser import find_chromium
from domain.capture import Fetched
from tests.crawler.fetching.crawled import FAST, capture

needs_browser = pytest.mark.skipif(not find_chromium(FAST), reason="no Chromium on the PATH")


PATIENT = replace(FAST, timeout=20.0, browser_timeout=16.0, retries=0, max_bytes=300_000)


def text_of(fetched: Fetched) -> str:
    """Return the source of a page as text."""
    return capture(fetched).body.decode("utf-8")


def words_of(fetched: Fetched) -> str:
    """Return what a reader sees of a page, its blanks and line ends as one blank each."""
    shown = re.sub(r"<script>.*?</script>|<[^>]+>", " ", text_of(fetched), flags=re.DOTALL)
    return " ".join(shown.split())
