"""The one door to a language model: a port, and its OpenAI-compatible implementation."""
