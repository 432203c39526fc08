"""What is sent about flags and problems."""
