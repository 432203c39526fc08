"""The command line, used as its users do."""
