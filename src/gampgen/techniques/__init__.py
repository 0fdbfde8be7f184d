"""Test design techniques, one per file: requirement to coverage items."""
