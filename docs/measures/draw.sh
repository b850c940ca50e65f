#!/usr/bin/env bash
# Draw the charts of these pages anew, into charts/. Run from the root of the project, after `make demo`.
set -euo pipefail
detente="$PWD/.venv/bin/detente" python="$PWD/.venv/bin/python" pages="$PWD/docs/measures" examples="$PWD/demo/detente.db"
charts="$pages/charts"
mkdir -p "$charts"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
"$python" "$pages/weeks.py"
"$detente" import icews weeks.tsv --db weeks.db
"$detente" import icews "$pages/neighbours.tsv" --db neighbours.db
"$detente" import icews "$pages/example.tsv" --db example.db

"$detente" index AUS IDN --db weeks.db --chart "$charts/index.svg"
"$detente" responses AUS IDN --since 2015-03 --horizon 4 --db weeks.db --chart "$charts/responses.svg"
"$detente" distance Canberra Jakarta --against Canberra Wellington --on 2015-12-31 --db neighbours.db --chart "$charts/distance.svg"
"$detente" thirds AUS IDN --db neighbours.db --chart "$charts/thirds.svg"
"$detente" tracks AUS IDN --db example.db --chart "$charts/tracks.svg"
"$detente" triangle CHN JPN USA --freq year --since 2023 --least 2 --db "$examples" --chart "$charts/triangle.svg"
"$detente" blocs --top 12 --db "$examples" --chart "$charts/blocs.svg"
"$detente" matrix --top 8 --db "$examples" --chart "$charts/matrix.svg"
