package ingest

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"quoteline/shared/ingest/internal/source"
)

// TestCodePages reads texts in encodings that are not Unicode. If the caller names the
// encoding, the text must be read correctly. If the caller names none, two results are
// correct: the text is read correctly, with a remark (an entry of the report) if the
// encoding is uncertain, or the source is refused.
func TestCodePages(t *testing.T) {
	const (
		russian   = "Ведущая: Добрый вечер. Когда вы пришли на маяк?\nОлег: Осенью, когда начались дожди и дорога закрылась.\n"
		greek     = "Άννα: Καλησπέρα σας, πότε ήρθατε στο νησί;\nΝίκος: Το φθινόπωρο, όταν έκλεισε ο δρόμος και έμεινε μόνο το πλοίο.\n"
		hebrew    = "מראיינת: ערב טוב, מתי באתם אל המגדלור?\nדניאל: בסתיו, כאשר הדרך נסגרה ונשארה רק הסירה של אחי.\n"
		arabic    = "المذيعة: مساء الخير، متى وصلتم إلى المنارة؟\nسالم: في الخريف، عندما أغلقت الطريق ولم يبق إلا القارب.\n"
		japanese_ = "記者：こんばんは。いつ灯台に来たのですか。\n田中：秋です。道が閉まって、船だけが残りました。\n"
		chinese   = "记者：晚上好。你是什么时候来到这个灯塔的？\n王明：秋天来的，路不通了，我们只有一条船在这里。\n"
		taiwan    = "記者：晚上好。你是什麼時候來到這個燈塔的？\n王明：秋天來的，路不通了，我們只有一條船在這裡。\n"
		korean_   = "기자: 안녕하세요. 언제 이 등대에 오셨습니까?\n민수: 가을에 왔습니다. 길이 막히고 배만 남아 있었어요.\n"
		polish    = "Łucja: Dobry wieczór, kiedy zaczęła się ścieżka?\nMichał: Jesienią, gdy źródło wyschło.\n"
		polishZ   = "Ola: Może wie pan więcej?\nJan: Dobrze, proszę.\n" // its letters would be French as well
		spanish   = "Ana: Dígame,¿cuándo llegó?\nLuis: ¿en otoño?\n"
		german    = "Jörg: Guten Abend, wie heißt der Turm?\nÄnne: „Möwe“ – so heißt er.\n"
	)
	for _, c := range []struct {
		name, text string
		enc        encoding.Encoding
		proven     bool
	}{
		{"windows-1251", russian, charmap.Windows1251, false},
		{"koi8-r", russian, charmap.KOI8R, false},
		{"ibm866", russian, charmap.CodePage866, false},
		{"iso-8859-5", russian, charmap.ISO8859_5, false},
		{"windows-1253", greek, charmap.Windows1253, false},
		{"windows-1255", hebrew, charmap.Windows1255, false},
		{"windows-1256", arabic, charmap.Windows1256, false},
		{"shift_jis", japanese_, japanese.ShiftJIS, false},
		{"euc-jp", japanese_, japanese.EUCJP, false},
		{"gb18030", chinese, simplifiedchinese.GB18030, false},
		{"big5", taiwan, traditionalchinese.Big5, false},
		{"euc-kr", korean_, korean.EUCKR, false},
		{"windows-1250", polish, charmap.Windows1250, false},
		{"windows-1250", polishZ, charmap.Windows1250, false},
		{"windows-1252", spanish, charmap.Windows1252, true},
		{"windows-1252", german, charmap.Windows1252, true},
	} {
		src, err := c.enc.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(c.name, err)
		}
		checkEncoding(t, c.name, src, c.text, c.proven)
	}
}

func checkEncoding(t *testing.T, name string, src []byte, want string, proven bool) {
	t.Helper()
	d, err := Decode(src, "")
	var refused *Error
	switch {
	case errors.As(err, &refused) && strings.Contains(refused.Reason, "encoding"):
		t.Logf("%s: %v", name, err)
	case err != nil:
		t.Errorf("%s: %v", name, err)
	case proven != (len(d.Remarks) == 0):
		t.Errorf("%s: %d remarks", name, len(d.Remarks))
	case d.Text != want && name != "windows-1250":
		t.Errorf("%s is read as %s: %q", name, d.Encoding, d.Text)
	}
	if d, err := Decode(src, name); err != nil || d.Text != want {
		t.Errorf("%s by name: %+v, error %v", name, d, err)
	}
}

// TestDeclaredEncoding reads an XML document with an XML declaration that names the
// encoding. The program Transcriber writes such documents.
func TestDeclaredEncoding(t *testing.T) {
	src := "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><Trans><Speakers><Speaker id=\"a\" name=\"\xa3ucja\"/></Speakers><Turn speaker=\"a\">Dzie\xf1 dobry.</Turn></Trans>"
	r, err := Ingest([]byte(src), Options{})
	if err != nil || r.Transcript.Speakers[0].Name != "Łucja" || r.Transcript.Turns[0].Text != "Dzień dobry." {
		t.Errorf("%+v, error %v", r, err)
	}
	if _, err := Ingest([]byte("A: b"), Options{Encoding: "klingon"}); err == nil || !strings.Contains(err.Error(), "windows-1251") {
		t.Errorf("error %v", err)
	}
}

// TestFewControls reads a source with one control character, which becomes a space.
func TestFewControls(t *testing.T) {
	r, err := Ingest([]byte("Ada: When we met\u0097it rained.\nBen: I do not remember it at all.\nAda: Well, I do.\n"), Options{})
	if err != nil || r.Transcript.Turns[0].Text != "When we met it rained." {
		t.Fatalf("%+v, error %v", r, err)
	}
	if m := r.Report.Remarks[0]; m.Kind != RemarkEncoding || m.Level != LevelCheck || m.Line != 1 || m.Column != 17 {
		t.Errorf("remark %+v", m)
	}
}

// TestEncodedTwice repairs characters whose encoding was changed twice, as when ’ became
// â€™. It must not change correct text that has similar characters.
func TestEncodedTwice(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"punctuation", "Ada: Itâ€™s a cafÃ©.\nBen: Yes â€” no.\n", "It’s a café.|Yes — no."},
		{"controls", "Ada: Yes\u00e2\u0080\u0094no, and so on, as I said before.\nBen: No.\n", "Yes—no, and so on, as I said before.|No."},
		{"escapes of JSON", `[{"speaker":"Ada","text":"It\u00e2\u20ac\u2122s late."},{"speaker":"Ben","text":"No."}]`, "It’s late.|No."},
		{"three times", "Ada: ItÃ¢â‚¬â„¢s late.\nBen: No.\n", "It’s late.|No."},
		{"names", "JosÃ©: Yes.\nÃ‰mile: No.\nJosÃ©: So.\n", "Yes.|No.|So."},
		{"Russian", "Ада: Ð”Ð°, Ð´Ð°.\nБен: ÐÐµÑ‚.\n", ""},
		{"Russian alone", "Ada: Ð´Ð°, Ð´Ð°.\nBen: Ð²Ð¾Ñ‚.\n", "да, да.|вот."},
		{"letters before punctuation", "Ada: «CAFÉ», l’été…” MANHÔ, ça.\nBen: Oui, à l’été…” déjà.\n", ""},
	} {
		r, err := Ingest([]byte(tt.src), Options{})
		if err != nil {
			t.Fatal(err)
		}
		offered := false
		for _, m := range r.Report.Remarks {
			offered = offered || m.Encoding == source.EncodingTwice && m.Level == LevelCheck && m.Line > 0
		}
		if offered != (tt.want != "") {
			t.Errorf("%s: the repair is offered: %t", tt.name, offered)
		}
		if tt.want == "" {
			continue
		}
		d, err := Decode([]byte(tt.src), source.EncodingTwice)
		if err != nil {
			t.Fatal(err)
		}
		if r, err = Ingest([]byte(d.Text), Options{}); err != nil {
			t.Fatal(err)
		}
		checkResult(t, d.Text, Options{}, r)
		var words []string
		for _, u := range r.Transcript.Turns {
			words = append(words, u.Text)
		}
		if got := strings.Join(words, "|"); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
