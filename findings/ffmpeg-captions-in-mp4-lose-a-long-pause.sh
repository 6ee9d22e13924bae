#!/usr/bin/env bash
# FFmpeg as @ffmpeg-installer/linux-x64 4.1.0 has it (a build of 2018); 5.1.9 of Debian 12
# does the same.
#
# A recording has captions, then an hour of music, then captions. Put into MP4 (mov_text)
# and taken out again, the caption of 1:01:01 begins at 0:00:04: a pause of more than
# 2,147 seconds is gone, and all later captions are an hour early. The muxer counts
# microseconds in 31 bits. It prints a line about that, but the exit status is 0 and the
# file is written. Captions that overlap are cut short as well. With Matroska in place of
# MP4 all times stay. Quoteline writes captions as files of their own.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @ffmpeg-installer/linux-x64@4.1.0 || exit 2
ffmpeg=node_modules/@ffmpeg-installer/linux-x64/ffmpeg
"$ffmpeg" -version >/dev/null || exit 2

cat >in.srt <<'SRT'
1
00:00:01,000 --> 00:00:03,000
Host: And now some music.

2
00:00:02,500 --> 00:00:04,000
Ruth: At last.

3
01:01:01,000 --> 01:01:03,000
Host: Welcome back.
SRT
"$ffmpeg" -nostdin -loglevel error -i in.srt -c:s mov_text in.mp4
"$ffmpeg" -nostdin -loglevel error -i in.mp4 out-mp4.srt
"$ffmpeg" -nostdin -loglevel error -i in.srt -c:s copy in.mkv
"$ffmpeg" -nostdin -loglevel error -i in.mkv -c:s copy out-mkv.srt
times() { grep -e '-->' "$1"; }
for name in in out-mkv out-mp4; do
	echo "$name.srt:"
	times "$name.srt"
done
[[ $(times out-mkv.srt) == "$(times in.srt)" ]]
[[ $(times out-mp4.srt) == "00:00:01,000 --> 00:00:02,500
00:00:02,500 --> 00:00:04,000
00:00:04,000 --> 00:00:06,000" ]]
echo "as described: FFmpeg moves a caption from 1:01:01 to 0:00:04 by way of MP4"
