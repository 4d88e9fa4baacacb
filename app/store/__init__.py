"""The store: one set of SQLAlchemy models on an encrypted file or on a PostgreSQL server."""
