#!/usr/bin/env bash
# csv-parse 7.0.3: with `relax_quotes`, a cell such as "Bo" Smith, which people write for a nickname, is read as it stands.
# With `rtrim` (or `trim`) beside it, the same file ends with an error, and none of its records is given: the two options
# cannot be used together for files that people wrote. Blanks have to be taken off afterwards.
#
# Seen on Node 20.20 (1 December 2026):
#   relax_quotes: [["bo@example.org","\"Bo\" Smith"]]
#   relax_quotes, ltrim: [["bo@example.org","\"Bo\" Smith"]]
#   relax_quotes, rtrim: CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent csv-parse@7.0.3

cat >try.mjs <<'JS'
import { parse } from 'csv-parse/sync';

for (const also of [undefined, 'ltrim', 'rtrim']) {
  const options = { relax_quotes: true, ...(also === undefined ? {} : { [also]: true }) };
  let seen;
  try {
    seen = JSON.stringify(parse('bo@example.org,"Bo" Smith\n', options));
  } catch (error) {
    seen = error.code;
  }
  console.log(`relax_quotes${also === undefined ? '' : `, ${also}`}: ${seen}`);
}
JS

expected='relax_quotes: [["bo@example.org","\"Bo\" Smith"]]
relax_quotes, ltrim: [["bo@example.org","\"Bo\" Smith"]]
relax_quotes, rtrim: CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE'
seen=$(node try.mjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo 'csv-parse behaves otherwise now.' >&2
  exit 1
fi
