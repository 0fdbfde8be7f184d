"""Many machines: Celery carries the names of runs, the database is the truth about them. An extra: `distributed`."""
