"""The reports of a batch, one file per format: what `batch.json` holds, for people and for build servers."""
