package source

import (
	"strings"
	"unicode/utf8"
)

// container describes one kind of file that is not text, such as PDF: the bytes that
// identify it (magic), its name, and advice for the person who gave the file.
type container struct{ magic, name, advice string }

// containers lists the kinds of files that people upload by mistake instead of a
// plain text transcript. Each has advice on how to get text from such a file.
func containers() []container {
	const (
		save      = "open it and save it as plain text (UTF-8), or copy the text"
		recognise = "an image has no text; type it, or use text recognition and check the result"
		recording = "a recording has no text; give its transcript"
		unpack    = "unpack it and give the transcript inside"
	)
	// Some of these magic bytes are letters, such as "BM" and "Rar!". A transcript
	// may begin with the same letters by chance. The function continuesAsText
	// recognises such a transcript.
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
		{"ooBinaryFile", "a binary file of Praat", "open it in Praat and choose Save as text file"},
		{"\x00asm", "a WebAssembly program", "give a transcript"},
	}
}

// RefuseBinary returns an error that names the kind of the file, or nil if the file may
// be text. It unpacks nothing, so a small compressed file cannot fill the memory.
func RefuseBinary(text string) *Error {
	if strings.HasPrefix(text, "PK\x03\x04") {
		return RefuseZip(text)
	}
	if len(text) > 12 && text[4:8] == "ftyp" {
		return refuseISOMedia(text[8:12])
	}
	if len(text) > 11 && text[3:6] == "STL" && text[8:11] == ".01" {
		return &Error{Reason: "these are captions in EBU STL, not text", Advice: "export them as WebVTT, SubRip or TTML from the program that made them"}
	}
	if strings.HasPrefix(text, "\xd0\xcf\x11\xe0") && strings.Contains(text, "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e") {
		return &Error{Reason: "this is an encrypted Office document, not text", Advice: "open it with its password, and save it without one"}
	}
	for _, c := range containers() {
		if strings.HasPrefix(text, c.magic) && !continuesAsText(text, c.magic) {
			return &Error{Reason: "this is " + c.name + ", not text", Advice: c.advice}
		}
	}
	return nil
}

// refuseISOMedia returns the error for a file in the ISO base media format, in which
// images (HEIF, AVIF) and recordings (MP4) are stored. The argument brand is the
// file's four-letter subtype (ISO/IEC 14496-12, section 4.3).
func refuseISOMedia(brand string) *Error {
	switch brand {
	case "heic", "heix", "hevc", "mif1", "msf1", "avif", "avis":
		return &Error{Reason: "this is a HEIF or AVIF image, not text", Advice: "an image has no text; type it, or use text recognition and check the result"}
	}
	return &Error{Reason: "this is an MP4 recording, not text", Advice: "a recording has no text; give its transcript"}
}

// continuesAsText reports whether a file is plain text although it begins with the
// bytes that identify another kind of file (magic). For example, "BM: Good morning."
// is not a BMP image. Plain text has no control characters except white space in its
// first 512 bytes. For %PDF- and other bytes with which no plain text begins, the
// result is always false.
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

// looksBinary reports whether text is invalid UTF-8 and more than 2 % of its first
// 4,096 bytes are control characters. White space does not count. A text of fewer
// than 32 bytes is never binary.
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

// RefuseZip returns the error for a ZIP archive. Office documents are ZIP archives
// too. The error names the kind of document if the first or last 64 KiB of the
// archive contain a file name that only this kind has. Nothing is unpacked.
func RefuseZip(text string) *Error {
	const look = 64 << 10
	const documents = "open it in the studio or with the command quoteline ingest, or save it as plain text in UTF-8"
	// The beginning of an archive has the names of its first files. The list of all
	// its files is at the end.
	names := text[:min(len(text), look)] + text[max(0, len(text)-look):]
	for _, c := range []container{
		{"word/", "a Word document (DOCX)", documents},
		{"application/vnd.oasis.opendocument.text", "an OpenDocument file (ODT)", documents},
		{"application/vnd.oasis.opendocument", "an OpenDocument file that is no text document", "save a table as CSV in UTF-8, or copy the text"},
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
