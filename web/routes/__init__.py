"""What is asked for by address: one module a noun."""
