"""One SQLite file for each story folder; the only room with SQL."""
