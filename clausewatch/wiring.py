"""The one place where the parts are put together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import make_url

from alerts.channels import FolderChannel, SmtpChannel
from alerts.delivery import Channel
from alerts.links import Links
from clausewatch.learning.weights import model_in_use, shipped_model
from clausewatch.parts import Parts
from clausewatch.settings import Settings
from clausewatch.watchlist import builtin_criteria, load_watchlist
from crawler.fetching import FetchSettings
from domain.watchlist import Criterion
from review.model import Model
from storage.store import Store


@dataclass(frozen=True)
class Judgement:
    """What comparing needs when there is neither watchlist nor store."""

    criteria: tuple[Criterion, ...]
    model: Model


def build_judgement() -> Judgement:
    """Return the built-in criteria and weights."""
    return Judgement(builtin_criteria(), shipped_model())


def build_parts(settings: Settings, *, tell: bool = True) -> Parts:
    """Load the watchlist, open the store and bring it up to date.

    Raises:
        ConfigurationError: the watchlist has faults; the store was not touched.
        StoreError: the store cannot be opened.
    """
    watchlist = load_watchlist(settings.watchlist)
    return Parts(
        store=build_store(settings),
        watchlist=watchlist,
        model=model_in_use(settings.weights),
        links=Links(settings.public_url),
        tell=tell,
    )


def build_store(settings: Settings) -> Store:
    """Open the store and bring its tables up to date."""
    store = Store(settings.store)
    store.migrate()
    return store


def store_exists(settings: Settings) -> bool:
    """Tell whether opening the store would find one rather than make one."""
    url = make_url(settings.store)
    return url.get_backend_name() != "sqlite" or Path(url.database or "").exists()


def fetch_settings(settings: Settings) -> FetchSettings:
    """Return what a crawl needs to know."""
    return FetchSettings(
        contact=settings.contact,
        delay=settings.fetch.delay,
        timeout=settings.fetch.timeout,
        browser_timeout=settings.fetch.browser_timeout,
        max_bytes=settings.fetch.max_bytes,
        allow_private=settings.fetch.allow_private,
        chromium_path=settings.fetch.chromium_path,
    )


def build_channel(settings: Settings) -> Channel | None:
    """Return how mails go out; None when neither a server nor a folder is configured."""
    smtp = settings.smtp
    if smtp.host:
        return SmtpChannel(
            host=smtp.host,
            port=smtp.effective_port,
            security=smtp.security,
            username=smtp.username,
            password=smtp.password.get_secret_value(),
            sender=smtp.sender,
        )
    if settings.outbox is not None:
        return FolderChannel(settings.outbox, sender=smtp.sender)
    return None
