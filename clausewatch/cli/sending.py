"""Sends what is in the outbox for the commands that end with it, and says what came of it."""

from __future__ import annotations

from clausewatch.cli.output import Format, console
from clausewatch.messages.counting import counted
from clausewatch.parts import Parts
from clausewatch.running.exits import Exit
from clausewatch.settings import Settings
from clausewatch.telling.channels import build_channels, build_mail
from clausewatch.telling.delivering import post, waiting
from storage.store import Store


def send(parts: Parts, settings: Settings, output: Format) -> Exit:
    """Deliver what is in the outbox, and say what became of it."""
    report = post(parts, build_channels(settings))
    failed = Exit.PROBLEMS if report.put_off or report.given_up else Exit.OK
    if output is Format.JSON:
        return failed
    if report.delivered:
        where = settings.smtp.host or settings.outbox or "other channels than mail"
        console.print(f"{counted(len(report.delivered), 'alert')} sent to {where}", markup=False)
    left = waiting(parts.store)
    if left and build_mail(settings) is None:
        console.print(
            f"{counted(left, 'alert')} in the outbox: set smtp.host, or outbox to a folder, in "
            "clausewatch.toml or the environment",
            markup=False,
            style="yellow",
        )
    elif left:
        print_undelivered(parts.store, left)
    return failed


def print_undelivered(store: Store, left: int) -> None:
    """Say why alerts are still in the outbox, each reason once."""
    with store.read() as history:
        kept = [item for item in history.undelivered() if item.last_error]
    # Of each reason the last time: the settings that it names may be others by now.
    reasons = {item.last_error: item.tried_at for item in kept}
    console.print(
        f"{counted(left, 'alert')} not sent yet, and kept "
        "(`clausewatch alerts retry` tries them at once):",
        markup=False,
        style="yellow",
    )
    for reason, at in sorted(reasons.items()):
        when = f" (last tried at {at:%Y-%m-%d %H:%M} UTC)" if at else ""
        console.print(f"  {reason}{when}", markup=False, style="yellow")
