"""The whole job: `pipeline.generate` is the page to read first."""
