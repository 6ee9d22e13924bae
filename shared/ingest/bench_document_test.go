package ingest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// layouts has one paragraph of a DOCX file for each of three programs: a word processor,
// Pandoc and Microsoft Teams. The first %s is for the speaker's name, and the second is
// for the words.
var layouts = []struct{ name, paragraph string }{
	{"word", `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr><w:pStyle w:val="BodyText"/><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr>` +
		`<w:r w:rsidRPr="00B12C4D"><w:rPr><w:b/><w:bCs/></w:rPr><w:t>%s:</w:t></w:r><w:r><w:t xml:space="preserve"> %s</w:t></w:r></w:p>`},
	{"pandoc", `<w:p><w:pPr><w:pStyle w:val="BodyText" /></w:pPr><w:r><w:rPr><w:bCs /><w:b /></w:rPr><w:t xml:space="preserve">%s:</w:t></w:r>` +
		`<w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>` + "\n    "},
	{"teams", `<w:p><w:r><w:rPr><w:b/><w:color w:val="616161"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r>` +
		`<w:r><w:t xml:space="preserve">   0:03</w:t></w:r><w:r><w:br/><w:t xml:space="preserve">%s</w:t></w:r></w:p>`},
}

// BenchmarkDocument reads DOCX files of one megabyte, which is about half a million
// words. There is one file for each of the layouts.
func BenchmarkDocument(b *testing.B) {
	for _, l := range layouts {
		b.Run(l.name, func(b *testing.B) {
			src := makeDocument(b, l.paragraph, 1<<20)
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Ingest(src, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(src)), "source-bytes")
			if peak := peakMemory(); peak > 0 {
				b.ReportMetric(float64(peak), "peak-bytes")
			}
		})
	}
}

// makeDocument returns a DOCX file. The argument size is its approximate length in
// bytes. Its words are random, but the same in each call. A few words are very
// frequent, as in a real language.
func makeDocument(tb testing.TB, paragraph string, size int) []byte {
	random := rand.New(rand.NewPCG(1, 2))
	words := vocabulary(random)
	zipf := rand.NewZipf(random, 1.1, 3, uint64(len(words)-1))
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	main, err := archive.Create("word/document.xml")
	if err != nil {
		tb.Fatal(err)
	}
	fmt.Fprint(main, `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for n := 0; out.Len() < size; n++ {
		var text strings.Builder
		for range 8 + random.IntN(60) {
			text.WriteString(words[zipf.Uint64()] + " ")
		}
		fmt.Fprintf(main, paragraph, [...]string{"Host", "Ada Long", "Ben Ott"}[n%3], "So "+strings.TrimSpace(text.String())+".")
	}
	fmt.Fprint(main, `<w:sectPr/></w:body></w:document>`)
	if err := archive.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// vocabulary returns 4096 words without meaning, the short ones first.
func vocabulary(random *rand.Rand) []string {
	syllables := strings.Fields("an be co da en fi go ha is ju ka lo mi no or pa qu re so ta un va wi ze")
	words := make([]string, 4096)
	for i := range words {
		for range 1 + (i+20)/200%4 + i%2 {
			words[i] += syllables[random.IntN(len(syllables))]
		}
	}
	return words
}
