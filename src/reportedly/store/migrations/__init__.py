"""Changes of the tables from version to version, with Alembic, run by the program itself."""
