"""Tests of recognition: what is the document, and what only stands in for it."""
