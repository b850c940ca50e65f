"""Write weeks.tsv, three invented years: from March 2015 on Australia mostly visits, and Indonesia follows."""

import datetime as dt
import random
from pathlib import Path

chance, lines, last = random.Random(4), [], "Criticize or denounce"
for week in range(156):
    day = dt.date(2014, 1, 6) + dt.timedelta(weeks=week)
    kinds = ["Make a visit", "Criticize or denounce"]
    now = kinds[chance.random() > (0.75 if week >= 60 else 0.15)]
    answer = last if chance.random() < 0.8 else chance.choice(kinds)
    lines += [f"Australia\t{now}\tIndonesia\t{day}", f"Indonesia\t{answer}\tAustralia\t{day + dt.timedelta(days=6)}"]
    last = now
Path("weeks.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
