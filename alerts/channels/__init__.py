"""Where alerts go: each channel is a module, for most bring a library that takes long to load."""
