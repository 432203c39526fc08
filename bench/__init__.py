"""Measurements on saved data: `./dev bench NAME FOLDER`. Not part of the product."""
