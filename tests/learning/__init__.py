"""Tests of learning from what editors decided."""
