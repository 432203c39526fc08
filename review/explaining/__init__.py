"""Why a criterion has to be read again, in sentences an editor would say.

`summary` is the one sentence of a flag, `reasons` its single grounds. Below them:
`evidence` (what became of a quoted phrase) and `counterparts` (the words that took its
place), `passages` (what happened in a passage), `leads` (what is said of a finding),
`places` (the spots of it that can be quoted) and `pieces` (their words), `quotes` and
`periods` (how they are told).
"""
