"""What the decisions of editors change in the weights.

`lessons` compares old weights with new ones before they are used, `fitting` makes new
ones, `figures` counts right and wrong decisions.
"""
