"""The regulatory and GAMP reference as data files with one loader, and retrieval over it."""
