"""Files to documents, one file per format."""
