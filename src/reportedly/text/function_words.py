"""Words that carry no content of their own: what is said of them tells nothing of what a text is about."""

from __future__ import annotations

FUNCTION_WORDS = frozenset("""a an the this that these those such and or but nor so yet if then than as of in on at to
for from by with without within into onto over under about above below after before between during through against
among around toward towards upon up down out off away i me my mine we us our ours you your yours he him his she her
hers it its they them their theirs who whom whose which what when where why how is are was were be been being am do
does did done doing have has had having will would shall should can could may might must no not s t d ll re ve m said
say says told tell according also just only very too more most much many some any each every both all other another
same own there here now while because although though until since whether per via mr mrs ms""".split())
"""Folded, single words; the letters are what is left of `don't`, `it's` and their like."""
