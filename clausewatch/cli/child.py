"""The child process of a batch: prints what `clausewatch run` would, and ends as it does.

Started as `python -m clausewatch.cli.child FORMAT` with a `BatchOrder` as JSON to read;
settings come from the environment, like the parent's.
"""

from __future__ import annotations

import sys
from functools import partial

from clausewatch.cli.errors import errors_shown, print_anything
from clausewatch.cli.options import load_settings
from clausewatch.cli.output import Format
from clausewatch.cli.progress import print_result
from clausewatch.running.batch import run_batch
from clausewatch.running.orders import BatchOrder


def main(output: Format) -> None:
    """Run the batch that is ordered on the standard input."""
    print_anything()
    with errors_shown():
        order = BatchOrder.model_validate_json(sys.stdin.buffer.read())
        sys.exit(run_batch(order, load_settings(), partial(print_result, output=output)))


if __name__ == "__main__":
    main(Format(sys.argv[1]))
