"""How flags are raised: evidence, vocabulary, weights, explanations."""
