"""Words that people tell of a paper with, and that say little of what it is about."""

from __future__ import annotations

_FILLERS = """
about after again also always another any anything around away back because before being better
between both but cannot could did do does doesn't doing don't done each even ever every everything
get gets getting give gives given goes going good had happens he her his how i if instead into isn't
just kind let lets like look looks lot lots made make makes making many may me more most much must
my need needs never no not now off often one only other others out over own paper papers really
same say says see she should so some someone something still such take taken takes tell tells than
them then there they thing things through too try trying under until up us use used uses very want
wants way ways well what when where whether while who whose why will without won't would you your
같은 관한 논문 대한 되는 어떤 없는 없이 위한 있는 통한 하는
"""
FILLERS = frozenset(_FILLERS.split())
