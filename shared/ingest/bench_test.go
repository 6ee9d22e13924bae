package ingest

import (
	"fmt"
	"hash/crc32"
	"os"
	"strings"
	"testing"
)

// families has the pieces of a sample transcript for each family of formats, such as
// captions or JSON. A sample consists of the string head, the string turns (two turns
// of a dialogue, repeated up to the wanted size), and the string tail.
var families = []struct{ name, head, turns, tail string }{
	{"text", "", "Host: A question about it, with a few more words to read?\n\nAda Long: " + answer + "\n\n", ""},
	{"dialogue", "", "**Host** [0:01]\nA question about it, with a few more words to read?\n\n**Ada Long** [0:05]\n" + answer + "\n\n", ""},
	{"webvtt", "WEBVTT\n\n", "00:00:01.000 --> 00:00:05.000\n<v Host>A question about it, with a few more words to read?\n\n" +
		"00:00:05.000 --> 00:00:09.000\n<v Ada Long>" + answer + "\n\n", ""},
	{"srt", "", "1\n00:00:01,000 --> 00:00:05,000\nHost: A question about it, with a few more words to read?\n\n" +
		"2\n00:00:05,000 --> 00:00:09,000\nAda Long: " + answer + "\n\n", ""},
	{"podcast-json", `{"version":"1.0.0","segments":[`,
		`{"speaker":"Host","startTime":1,"endTime":5.25,"body":"A question about it, with a few more words to read?"},` + "\n" +
			`{"speaker":"Ada Long","startTime":5.25,"endTime":9,"body":"` + answer + `"},` + "\n",
		`{"speaker":"Host","startTime":9,"endTime":10,"body":"Thanks."}]}`},
	{"deepgram-words", `{"results":{"channels":[{"alternatives":[{"words":[`,
		`{"word":"well","start":1.25,"end":1.5,"confidence":0.99,"punctuated_word":"Well,","speaker":0},` +
			`{"word":"yes","start":1.5,"end":2,"confidence":0.98,"punctuated_word":"yes.","speaker":1},`,
		`{"word":"thanks","start":2,"end":3,"confidence":0.99,"punctuated_word":"Thanks.","speaker":0}]}]}]}}`},
	{"podcast-html", "", "<cite>Host:</cite>\n<time>0:01</time>\n<p>A question about it, with a few more words to read?</p>\n" +
		"<cite>Ada Long:</cite>\n<time>0:05</time>\n<p>" + answer + "</p>\n", ""},
	{"csv", "speaker,start,end,text\n", "Host,1,5.25,\"A question about it, with a few more words to read?\"\nAda Long,5.25,9,\"" + answer + "\"\n", ""},
}

const answer = "An answer of some length, as people give it when they are asked. It has a second sentence, and a third. This is that one."

// sizes lists the sizes of the sources in bytes. The size 0 means a source of thirty
// turns.
var sizes = []struct {
	name  string
	bytes int
}{{"30turns", 0}, {"100KB", 100 << 10}, {"1MB", 1 << 20}, {"8MB", 8 << 20}}

// BenchmarkIngest reads a source of each family of formats in each size. It also
// reports the source's length and checksum. With these, one can check that benchmarks
// of other parsers read the same source. On Linux it reports the peak memory too.
func BenchmarkIngest(b *testing.B) {
	for _, f := range families {
		for _, s := range sizes {
			b.Run(f.name+"/"+s.name, func(b *testing.B) {
				n := 15
				if s.bytes > 0 {
					n = s.bytes / len(f.turns)
				}
				src := []byte(f.head + strings.Repeat(f.turns, n) + f.tail)
				b.SetBytes(int64(len(src)))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := Ingest(src, Options{}); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(len(src)), "source-bytes")
				b.ReportMetric(float64(crc32.ChecksumIEEE(src)), "crc32")
				if peak := peakMemory(); peak > 0 {
					b.ReportMetric(float64(peak), "peak-bytes")
				}
			})
		}
	}
}

// peakMemory returns the peak memory of this process in bytes. It returns 0 if the
// peak is unknown.
func peakMemory() int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes := 0
	fmt.Sscan(rest, &kilobytes)
	return kilobytes << 10
}
