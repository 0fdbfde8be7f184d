"""Document to requirements, statement to meaning: pure text in, values out."""
