"""How messages to people are worded; every package here may use them.

=============  ===============================================================
`counting`     numbers of things
`naming`       what somebody wrote, and what was probably meant
`unknown`      the error for an id that nothing has
`plain_words`  what libraries say of a wrong value
=============  ===============================================================
"""
