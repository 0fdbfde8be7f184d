"""The commands: wiring, words and exit codes; no thinking."""
