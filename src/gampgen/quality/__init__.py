"""Wording rules, one per file."""
