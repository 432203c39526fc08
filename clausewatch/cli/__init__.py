"""The command line. `clausewatch --help` teaches it; each module holds related commands."""

from clausewatch.cli.app import main

__all__ = ["main"]
