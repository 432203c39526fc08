"""The one place where the parts are put together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy.engine import make_url

from alerts.channels import ChatChannel, FolderChannel, SmtpChannel, WebhookChannel
from alerts.delivery import Channel
from alerts.links import Links
from alerts.rendering import BUILT_IN, Templates
from alerts.via import Form
from clausewatch.deciding import with_decisions
from clausewatch.learning.weights import model_in_use, shipped_model
from clausewatch.parts import Parts
from clausewatch.settings import Settings
from clausewatch.watchlist import builtin_criteria, load_watchlist
from crawler.fetching import FetchSettings
from domain.editor import MAIL
from domain.errors import ConfigurationError, NotFoundError
from domain.watchlist import Criterion, Watchlist
from review.relevance.model import Model
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

    Ratings are as decisions have made them, whether or not the file says so yet.

    Raises:
        ConfigurationError: the watchlist has faults; the store was not touched.
        StoreError: the store cannot be opened.
    """
    watchlist = load_watchlist(settings.watchlist)
    channels_are_known(watchlist, settings)
    store = build_store(settings)
    return Parts(
        store=store,
        watchlist=with_decisions(watchlist, store),
        model=model_in_use(settings.weights),
        links=Links(settings.public_url),
        tell=tell,
        templates=BUILT_IN if settings.templates is None else Templates(settings.templates),
        forms={name: channel.form for name, channel in settings.channels.items()},
        unreadable_after=timedelta(days=settings.unreadable_days),
        feeds=settings.feeds,
    )


def channels_are_known(watchlist: Watchlist, settings: Settings) -> None:
    """Make sure that every channel an editor names is defined.

    Raises:
        ConfigurationError: one is not.
    """
    known = {MAIL, *settings.channels}
    for person in (*watchlist.people(), *watchlist.keepers):
        for name in person.channels:
            if name not in known:
                raise ConfigurationError(
                    f"the watchlist names the channel {name} for {person.email}, and the "
                    f"settings do not define it (channels.{name} in clausewatch.toml); "
                    f"there are: {', '.join(sorted(known))}"
                )


def build_store(settings: Settings) -> Store:
    """Open the store and bring its tables up to date."""
    store = Store(settings.store)
    store.migrate()
    return store


def existing_store(settings: Settings) -> Store:
    """Open a store that is to be read: none is made where there is none.

    Raises:
        NotFoundError: there is no store; an empty answer would be a false all-clear.
    """
    if not store_exists(settings):
        raise NotFoundError(
            f"there is no store at {settings.store_shown}; `clausewatch run` makes one. "
            "Start in the folder of your watchlist, or name the store with --store"
        )
    return build_store(settings)


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


def build_channels(settings: Settings) -> dict[str, Channel]:
    """Return the channels by name; no mail while neither server nor folder is configured.

    Raises:
        ConfigurationError: an address is none that Apprise knows.
    """
    channels: dict[str, Channel] = {}
    for name, channel in settings.channels.items():
        url = channel.url.get_secret_value()
        channels[name] = (
            WebhookChannel(url, channel.secret.get_secret_value())
            if channel.form is Form.WEBHOOK
            else ChatChannel(url, name=name)
        )
    mail = build_mail(settings)
    return {**channels, MAIL: mail} if mail else channels


def build_mail(settings: Settings) -> Channel | None:
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
