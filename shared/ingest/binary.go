package ingest

import (
	"strings"
	"unicode/utf8"
)

// container is a kind of file that is not text. The first bytes of the file (magic)
// identify it.
type container struct{ magic, name, advice string }

// containers lists the kinds of files that editors keep transcripts in or upload by
// mistake, each with advice on how to get text from it.
func containers() []container {
	const (
		save      = "open it and save it as plain text (UTF-8), or copy the text"
		recognise = "an image has no text; type it, or use text recognition and check the result"
		recording = "a recording has no text; give its transcript"
		unpack    = "unpack it and give the transcript inside"
	)
	// Some magic numbers are letters, such as "BM" or "Rar!", so a transcript could
	// begin with them; continuesAsText checks this.
	return []container{
		{"%PDF-", "a PDF document", "copy its text, or use pdftotext -layout"},
		{"\x89PNG", "a PNG image", recognise},
		{"\xff\xd8\xff", "a JPEG image", recognise},
		{"GIF8", "a GIF image", recognise},
		{"II*\x00", "a TIFF image", recognise},
		{"MM\x00*", "a TIFF image", recognise},
		{"\xd0\xcf\x11\xe0", "an old Word document or another Office file", save},
		{`{\rtf`, "an RTF document", save},
		{"\x1f\x8b", "a gzip archive", unpack},
		{"BZh", "a bzip2 archive", unpack},
		{"7z\xbc\xaf", "a 7-Zip archive", unpack},
		{"Rar!", "a RAR archive", unpack},
		{"ID3", "an MP3 recording", recording},
		{"OggS", "an Ogg recording", recording},
		{"fLaC", "a FLAC recording", recording},
		{"RIFF", "a WAV recording, a WebP image or another RIFF file", recording},
		{"\xff\xfb", "an MP3 recording", recording},
		{"\xff\xf3", "an MP3 recording", recording},
		{"BM", "a BMP image", recognise},
		{"\x7fELF", "a program", "give a transcript"},
		{"SQLite format 3", "a database", "export the transcript from it"},
		{"\x1aE\xdf\xa3", "a Matroska or WebM recording", recording},
		{"\x00asm", "a WebAssembly program", "give a transcript"},
	}
}

// refuseBinary returns an error that names the kind of the file, or nil if the file
// may be text. It looks only at the first bytes, and for a ZIP archive also at the
// last bytes. It unpacks nothing, so a compressed file cannot make it use much
// memory.
func refuseBinary(text string) *Error {
	if strings.HasPrefix(text, "PK\x03\x04") {
		return refuseZip(text)
	}
	if len(text) > 12 && text[4:8] == "ftyp" {
		return refuseISOMedia(text[8:12])
	}
	for _, c := range containers() {
		if strings.HasPrefix(text, c.magic) && !continuesAsText(text, c.magic) {
			return &Error{Reason: "this is " + c.name + ", not text", Advice: c.advice}
		}
	}
	return nil
}

// refuseISOMedia distinguishes images from recordings by the brand of an ISO base
// media file (ISO/IEC 14496-12, section 4.3).
func refuseISOMedia(brand string) *Error {
	switch brand {
	case "heic", "heix", "hevc", "mif1", "msf1", "avif", "avis":
		return &Error{Reason: "this is a HEIF or AVIF image, not text", Advice: "an image has no text; type it, or use text recognition and check the result"}
	}
	return &Error{Reason: "this is an MP4 recording, not text", Advice: "a recording has no text; give its transcript"}
}

// continuesAsText reports whether text is plain text that begins with the letters of
// a magic number by chance: "BM: Good morning." is not a BMP image. The first 512
// bytes of plain text must not contain control characters.
func continuesAsText(text, magic string) bool {
	const enough = 512
	if magic == "%PDF-" || magic == `{\rtf` || magic[0] >= 0x80 {
		return false
	}
	for _, b := range []byte(text[:min(len(text), enough)]) {
		if b < ' ' && !strings.ContainsRune("\t\n\v\f\r", rune(b)) {
			return false
		}
	}
	return true
}

// looksBinary reports whether text is not UTF-8 and more than 2 % of its first
// 4,096 bytes are control characters.
func looksBinary(text string) bool {
	const look = 4096
	head := text[:min(len(text), look)]
	if utf8.ValidString(text) || len(head) < 32 {
		return false
	}
	controls := 0
	for _, b := range []byte(head) {
		if b < ' ' && !strings.ContainsRune("\t\n\v\f\r", rune(b)) {
			controls++
		}
	}
	return 50*controls > len(head)
}

// refuseZip returns an error for a ZIP archive. The names of the files in the archive
// show whether it is an office document. It unpacks nothing.
func refuseZip(text string) *Error {
	const look = 64 << 10
	// The first part has the names of the first files; the archive's directory is at
	// the end.
	names := text[:min(len(text), look)] + text[max(0, len(text)-look):]
	for _, c := range []container{
		{"word/", "a Word document (DOCX)", "in Word choose Save As, Plain Text, with UTF-8; or use pandoc -t plain"},
		{"application/vnd.oasis.opendocument", "an OpenDocument file", "in LibreOffice choose Save As, Text; or use pandoc -t plain"},
		{"xl/", "an Excel workbook (XLSX)", "save the sheet as CSV in UTF-8"},
		{"ppt/", "a PowerPoint file (PPTX)", "copy its text"},
		{"application/epub", "an EPUB book", "copy its text, or use pandoc -t plain"},
	} {
		if strings.Contains(names, c.magic) {
			return &Error{Reason: "this is " + c.name + ", not text", Advice: c.advice}
		}
	}
	return &Error{Reason: "this is a ZIP archive, not text", Advice: "unpack it and give the transcript inside"}
}
