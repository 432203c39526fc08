"""Tests of the watchlist file: what is right is read, what is wrong is named."""
