"""`python -m clausewatch` is the command line, too."""

from clausewatch.cli import main

main()
