"""Context, SME and research agent: question to advice with its sources."""
