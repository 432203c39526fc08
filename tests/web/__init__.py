"""The pages, the API and who may see them."""
