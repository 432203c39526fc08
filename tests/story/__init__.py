"""The story: what one fetch after the other comes to."""
