"""`clausewatch alerts`: what was not delivered, another try, a sample, feeds."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from alerts.delivery import send as send_now
from clausewatch.cli.new_store import opened_store
from clausewatch.cli.options import FormatOption, StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import Format, console, print_json
from clausewatch.cli.sending import send
from clausewatch.messages.counting import counted
from clausewatch.opening import existing_store
from clausewatch.parts import Parts
from clausewatch.running.exits import Exit
from clausewatch.telling.channels import build_channels
from clausewatch.telling.feeds import write_feeds
from clausewatch.telling.sample import samples_for
from clausewatch.wiring import build_parts
from domain.alert import AlertKind
from domain.editor import Editor
from domain.errors import ConfigurationError, DeliveryError
from storage.records import DigestQueue, OutboxItem


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    group = typer.Typer(no_args_is_help=True, help="Alerts: what waits, another try, a sample.")
    group.command("list")(undelivered_command)
    group.command("retry")(retry_command)
    group.command("test")(sample_command)
    group.command("feed")(feed_command)
    app.add_typer(group, name="alerts")


def undelivered_command(
    watchlist: WatchlistOption = None, store: StoreOption = None, output: FormatOption = Format.TEXT
) -> None:
    """List what was not delivered: what waits, for its digest too, and what was given up."""
    with existing_store(load_settings(watchlist, store)).read() as history:
        items, digests = history.undelivered(), history.digests_waiting()
    if output is Format.JSON:
        for line in (*map(item_as_json, items), *map(digest_as_json, digests)):
            print_json(line)
        return
    for item in items:
        print_item(item)
    for queue in digests:
        console.print(
            f"{counted(queue.flags, 'flag')} for the digest of {queue.recipient}, due at "
            f"{_moment(queue.due_at)} UTC",
            markup=False,
        )
    if not items:
        console.print("everything else was delivered" if digests else "everything was delivered")


def retry_command(watchlist: WatchlistOption = None, store: StoreOption = None) -> None:
    """Try to deliver at once what waits, and what was given up."""
    settings = load_settings(watchlist, store)
    parts = build_parts(settings, opening=existing_store)
    with parts.store.work() as work:
        again = work.retry_all(datetime.now(UTC))
    console.print(f"{counted(again, 'alert')} to be tried again")
    raise typer.Exit(send(parts, settings, Format.TEXT))


def sample_command(
    editor: Annotated[str, typer.Argument(help="Mail address of an editor or a keeper.")],
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
) -> None:
    """Send a sample alert to an editor, by each of their channels, and say what came of it."""
    settings = load_settings(watchlist, store)
    parts = build_parts(settings, opening=opened_store)
    channels = build_channels(settings)
    failed = False
    for alert in samples_for(person_of(parts, editor), parts, datetime.now(UTC)):
        channel = channels.get(alert.channel)
        if channel is None:
            raise ConfigurationError(
                "no mail can be sent: set smtp.host, or outbox to a folder, in clausewatch.toml"
            )
        try:
            send_now(channel, alert)
        except DeliveryError as error:
            failed = True
            console.print(f"{alert.channel}: {error}", markup=False, style="red")
        else:
            console.print(f"{alert.channel}: sent to {alert.recipient}", markup=False)
    raise typer.Exit(Exit.PROBLEMS if failed else Exit.OK)


def feed_command(
    folder: Annotated[
        Path | None, typer.Argument(help="Where to write. [dim]the setting `feeds`[/dim]")
    ] = None,
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
) -> None:
    """Write the Atom feeds: of all flags, of each tool and of each criterion."""
    settings = load_settings(watchlist, store)
    target = folder or settings.feeds
    if target is None:
        raise ConfigurationError("name a folder, or set feeds in clausewatch.toml")
    count = write_feeds(build_parts(settings, opening=existing_store), target)
    console.print(f"{counted(count, 'feed')} in {target}", markup=False)


def person_of(parts: Parts, email: str) -> Editor:
    """Return an editor or a keeper by mail address.

    Raises:
        ConfigurationError: the watchlist has nobody of that address.
    """
    people = (*parts.watchlist.people(), *parts.watchlist.keepers)
    found = next((one for one in people if one.email.casefold() == email.casefold()), None)
    if found is None:
        # Addresses of one house are all alike, so none is guessed at.
        known = ", ".join(dict.fromkeys(one.email for one in people)) or "nobody"
        raise ConfigurationError(f"the watchlist names no editor {email}; there are: {known}")
    return found


def item_as_json(item: OutboxItem) -> dict[str, object]:
    """Return an alert of the outbox as JSON can say it."""
    return {
        "id": item.id,
        "kind": item.alert.kind.value,
        "channel": item.alert.channel,
        "recipient": item.alert.recipient,
        "subject": item.alert.subject,
        "queued_at": item.queued_at.isoformat(),
        "tries": item.tries,
        "tried_at": item.tried_at.isoformat() if item.tried_at else None,
        "next_try_at": None if item.given_up_at else item.next_try_at.isoformat(),
        "given_up_at": item.given_up_at.isoformat() if item.given_up_at else None,
        "last_error": item.last_error,
    }


def digest_as_json(queue: DigestQueue) -> dict[str, object]:
    """Return what waits for a digest as JSON can say it."""
    return {
        "id": None,
        "kind": AlertKind.DIGEST.value,
        "recipient": queue.recipient,
        "flags": queue.flags,
        "due_at": queue.due_at.isoformat(),
    }


def print_item(item: OutboxItem) -> None:
    """Print an alert of the outbox as two lines."""
    to = item.alert.recipient
    to = to if item.alert.channel in {to, "mail"} else f"{to} ({item.alert.channel})"
    console.print(f"{item.id}  {item.alert.subject}", markup=False, style="bold")
    console.print(
        f"    to {to}, queued {_moment(item.queued_at)}; {what_became_of(item)}",
        markup=False,
        style="red" if item.given_up_at else "yellow" if item.last_error else "dim",
    )


def what_became_of(item: OutboxItem) -> str:
    """Say what the last try of an alert met, and when: the settings may be others by now."""
    if not item.last_error:
        return "waits"
    met = f"last tried at {_moment(item.tried_at)}: " if item.tried_at else ""
    then = (
        f"given up on {_moment(item.given_up_at)}; `clausewatch alerts retry` tries it again"
        if item.given_up_at
        else f"tried again at {_moment(item.next_try_at)}"
    )
    return f"{met}{item.last_error}; {then}"


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"
