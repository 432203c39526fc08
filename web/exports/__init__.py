"""What leaves the store as files that other programs read."""
