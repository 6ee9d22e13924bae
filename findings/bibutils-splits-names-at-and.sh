#!/usr/bin/env bash
# bibutils 7.2, which converts references (also inside rbibutils for R), as Debian 12 has it.
#
# An AU line of RIS is one author. ris2xml takes the word "and" in it for the boundary of
# two, and then turns the parts round like names of people: "Tides and Waves Society"
# becomes the authors "Tides" and "Society, Waves", a person who does not exist. From
# BibTeX, a society in its own braces stays whole. xml2ris then writes all people before all
# societies, so another author is cited first. And biblatex2xml drops the abstract, where
# bib2xml keeps it. Quoteline writes the words of a quotation into the abstract. In its
# BibTeX each speaker's name is in braces, so BibTeX and bib2xml are the way into bibutils.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
command -v apt-get >/dev/null || exit 2
apt-get download bibutils=7.2-2 libbibutils8=7.2-2 >/dev/null 2>&1 || exit 2
for package in *.deb; do dpkg-deb -x "$package" . || exit 2; done
LD_LIBRARY_PATH=$(echo "$dir"/usr/lib/*-linux-gnu*)
export LD_LIBRARY_PATH
PATH=$dir/usr/bin:$PATH

cat >in.ris <<'RIS'
TY  - ELEC
AU  - Tides and Waves Society
AU  - Vane, Ruth
TI  - On Tides
PY  - 2026
ER  - 
RIS
cat >in.bib <<'BIB'
@online{tides,
  author = {{Tides and Waves Society} and Vane, Ruth},
  title = {On Tides},
  year = {2026},
  abstract = {No one asked.}
}
BIB

# authors prints the names in a RIS file, with a bar between them.
authors() { sed -n 's/^AU  - //p' | tr -d '\r' | paste -sd '|'; }
# abstract prints the abstract in a BibTeX file.
abstract() { sed -n 's/^abstract="\(.*\)".*/\1/p'; }

from_ris=$(ris2xml in.ris 2>/dev/null | xml2ris 2>/dev/null | authors)
from_bib=$(bib2xml in.bib 2>/dev/null | xml2ris 2>/dev/null | authors)
kept=$(bib2xml in.bib 2>/dev/null | xml2bib 2>/dev/null | abstract)
dropped=$(biblatex2xml in.bib 2>/dev/null | xml2bib 2>/dev/null | abstract)
printf '%s\n' "RIS: $from_ris" "BibTeX: $from_bib" "bib2xml: $kept" "biblatex2xml: $dropped"
test "$from_ris" = "Society, Waves|Vane, Ruth|Tides"
test "$from_bib" = "Vane, Ruth|Tides and Waves Society"
test "$kept" = "No one asked."
test "$dropped" = ""
echo 'as described: bibutils makes the authors "Tides" and "Society, Waves" of "Tides and Waves Society"'
