"""Getting captures and reading them: fetching, the worker, recognition, extraction."""
