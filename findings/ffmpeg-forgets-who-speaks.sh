#!/usr/bin/env bash
# FFmpeg as @ffmpeg-installer/linux-x64 4.1.0 has it (a build of 2018); 5.1.9 of Debian 12
# does the same.
#
# A WebVTT file that only passes through FFmpeg, WebVTT in and WebVTT out, loses each
# speaker: "<v Ruth Vane>No." becomes "No." So does "-c:s webvtt", which names the same
# format, and an ASS script whose field Name has the speaker. There is no warning, and all
# words and times are right, so it is easily missed. The decoder turns every caption into
# ASS without a name. "-c:s copy" decodes nothing and keeps the voices, also by way of
# Matroska. Labels in the words stay. Quoteline reports captions without any speaker.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @ffmpeg-installer/linux-x64@4.1.0 || exit 2
ffmpeg=node_modules/@ffmpeg-installer/linux-x64/ffmpeg
"$ffmpeg" -version >/dev/null || exit 2

cat >in.vtt <<'VTT'
WEBVTT

00:01.000 --> 00:03.000
<v Anna Weiss>Did it sail?

00:03.000 --> 00:04.000
<v Ruth Vane>No.

00:04.000 --> 00:06.000
Host: Thank you.
VTT
convert() { "$ffmpeg" -nostdin -loglevel error "$@"; }
convert -i in.vtt plain.vtt
convert -i in.vtt -c:s webvtt named.vtt
convert -i in.vtt -c:s copy in.mkv
convert -i in.mkv -c:s copy copied.vtt
convert -i in.vtt out.ass
words() { grep -v -e '^WEBVTT' -e '-->' -e '^$' "$1"; }
for name in plain named copied; do
	echo "$name.vtt:"
	words "$name.vtt"
done
grep '^Dialogue' out.ass
unnamed="Did it sail?
No.
Host: Thank you."
[[ $(words plain.vtt) == "$unnamed" ]]
[[ $(words named.vtt) == "$unnamed" ]]
[[ $(words copied.vtt) == "$(words in.vtt)" ]]
if grep -q -e 'Anna' -e 'Ruth' out.ass; then exit 1; fi
echo "as described: FFmpeg writes \"No.\" for \"<v Ruth Vane>No.\" from WebVTT to WebVTT"
