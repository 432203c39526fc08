"""The command line. `clausewatch --help` teaches it; each module holds related commands."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line; errors of ours end as one clear message."""
    from clausewatch.cli.errors import errors_shown  # noqa: PLC0415 - as below

    with errors_shown():
        # The child of a batch imports from this package, too, and needs no commands.
        from clausewatch.cli.app import main as run  # noqa: PLC0415

        run()
