"""The store on a real database: SQLite always, PostgreSQL where one is named."""
