#!/usr/bin/env bash
# aeidon 1.11, the library of the subtitle editor Gaupol, as Debian 12 has it.
#
# Saved as LRC, a caption of 1:01:01 has the time [01:01.00]: the hours are dropped, and
# the minutes begin again at 0 in each hour. The times of LRC are minutes and seconds, and
# FFmpeg writes [61:01.00]. Opened again, Gaupol sorts the captions by time, so the words
# of an hour are shuffled among those of the other. Quoteline keeps the order of the lines
# and reports that times go back.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
command -v apt-get >/dev/null && command -v /usr/bin/python3 >/dev/null || exit 2
apt-get download python3-aeidon=1.11-1 >/dev/null 2>&1 || exit 2
dpkg-deb -x python3-aeidon_*.deb . || exit 2

cat >run.py <<'PY'
import sys

sys.path.insert(0, "usr/lib/python3/dist-packages")
try:
    import aeidon
except ImportError as error:
    print(error, file=sys.stderr)
    sys.exit(2)


def saved(source, form, name):
    project = aeidon.Project()
    project.open_main(source, "utf_8")
    project.save_main(aeidon.files.new(form, name, "utf_8"))
    return open(name, encoding="utf-8").read()


lrc = saved("in.srt", aeidon.formats.LRC, "out.lrc")
again = saved("out.lrc", aeidon.formats.LRC, "again.lrc")
print(lrc)
print(again)
lines = ["[00:01.00]Host: Welcome.", "[00:09.00]Ruth: Thank you.", "[00:05.00]Host: An hour is over.", "[01:01.00]Ruth: Already?"]
assert lrc.split("\n")[:4] == lines
assert again.split("\n")[:4] == [lines[0], lines[2], lines[1], lines[3]]
PY
cat >in.srt <<'SRT'
1
00:00:01,000 --> 00:00:03,000
Host: Welcome.

2
00:00:09,000 --> 00:00:11,000
Ruth: Thank you.

3
01:00:05,000 --> 01:00:07,000
Host: An hour is over.

4
01:01:01,000 --> 01:01:03,000
Ruth: Already?
SRT
/usr/bin/python3 run.py
echo "as described: Gaupol 1.11 writes 1:01:01 into an LRC file as [01:01.00]"
