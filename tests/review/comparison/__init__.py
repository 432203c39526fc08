"""Tests of the comparison: what differs, what exactly, and what it means."""
