"""Risk and disposition of each requirement."""
