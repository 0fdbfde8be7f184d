"""The durable records of runs: SQLite by default, PostgreSQL by URL. Imported only where runs are recorded."""
