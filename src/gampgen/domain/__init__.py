"""The nouns: frozen, strict values without input or output."""
