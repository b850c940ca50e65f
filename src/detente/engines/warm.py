"""What every worker needs, loaded on import by the server that they are forked from: they share it.

That takes three seconds once, not in each of them, and memory once. The networks are left to the workers.
"""

from __future__ import annotations

import gc

from detente.actors.gazetteer import gazetteer
from detente.coding.parse import language_model
from detente.ledgers.issue_names import names_an_issue

gazetteer()
language_model()
names_an_issue("")  # makes its tables
gc.collect()
gc.freeze()  # all of this lives as long as its process: not to be looked through again, nor copied for it after a fork
