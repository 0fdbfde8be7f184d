"""Canonical bytes, journal, trail, seal, verification."""
