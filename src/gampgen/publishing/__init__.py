"""The output folder: staging, lock, one rename."""
