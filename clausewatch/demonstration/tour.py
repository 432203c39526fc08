"""The tour: crawl the first edition, serve the second, crawl again, show what comes out."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from alerts.channels.folder import FolderChannel
from clausewatch.demonstration.site import EDITIONS, serving
from clausewatch.running.crawling import Crawling, run_once
from clausewatch.running.reporting import Reporting
from clausewatch.settings import Settings
from clausewatch.telling.delivering import deliver
from clausewatch.wiring import build_parts
from domain.editor import MAIL

SENDER = "clausewatch@directory.example"
SETTINGS = """store = "sqlite:///demo.sqlite3"
outbox = "mails"
"""


@dataclass(frozen=True, slots=True)
class Tour:
    """Where the demonstration keeps its files."""

    folder: Path

    @property
    def watchlist(self) -> Path:
        """The watchlist with the address of the site filled in."""
        return self.folder / "watchlist.yaml"

    @property
    def settings(self) -> Path:
        """What makes each command find the rest when only the watchlist is named."""
        return self.folder / "clausewatch.toml"

    @property
    def mails(self) -> Path:
        """Where the mails are written, as .eml and as .html."""
        return self.folder / "mails"

    @property
    def store(self) -> str:
        """The address of the demonstration's own store."""
        return f"sqlite:///{self.folder / 'demo.sqlite3'}"


def take(folder: Path, say: Callable[[str], None], reporting: Reporting) -> Tour:
    """Run the main job in an empty folder and return where everything is."""
    tour = Tour(folder.resolve())
    with serving() as site:
        tour.settings.write_text(SETTINGS, encoding="utf-8")
        template = files(__package__).joinpath("watchlist.yaml").read_text(encoding="utf-8")
        tour.watchlist.write_text(template.replace("SITE", site.address), encoding="utf-8")
        # The child processes read the environment, so the settings of the tour stand there.
        os.environ.update(environment(tour))
        settings = Settings.load(os.environ, tour.folder)
        crawling = Crawling(build_parts(settings), settings, reporting, force=True)
        for number, edition in enumerate(EDITIONS, start=1):
            site.edition = edition
            say(f"Crawl {number}: the {edition} edition of the site at {site.address}")
            run_once(crawling)
    deliver(crawling.parts.store, {MAIL: FolderChannel(tour.mails, sender=SENDER)})
    return tour


def environment(tour: Tour) -> dict[str, str]:
    """Return the settings of the tour: its own store, loopback allowed, no waiting."""
    return {
        "CLAUSEWATCH_STORE": tour.store,
        "CLAUSEWATCH_WATCHLIST": str(tour.watchlist),
        "CLAUSEWATCH_OUTBOX": str(tour.mails),
        "CLAUSEWATCH_FETCH_DELAY": "0",
        "CLAUSEWATCH_FETCH_ALLOW_PRIVATE": "true",
        "CLAUSEWATCH_SMTP_HOST": "",
    }
