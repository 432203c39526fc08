"""Clausewatch: watches the pages that scorecards cite.

The parts know nothing of one another; this package wires them, tells the one story
(`clausewatch.story`) and holds the command line (`clausewatch.cli`).
"""
