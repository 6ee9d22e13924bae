package messages_test

import (
	"slices"
	"strings"
	"testing"

	"quoteline/shared/messages"
)

// cardinals are the whole numbers that CLDR 47 gives as samples for its plural rules
// (plurals.xml). For each language there is a list of lists: one list of numbers for
// each plural category of the language, in the order of [messages.Category].
var cardinals = map[string][][]int{
	"en": {{1}, {0, 2, 3, 4, 16, 100, 1000, 10000, 100000, 1000000}},
	"de": {{1}, {0, 2, 3, 4, 16, 100, 1000, 10000, 100000, 1000000}},
	"es": {{1}, {1000000, 2000000}, {0, 2, 3, 16, 100, 1000, 10000, 100000}},
	"fr": {{0, 1}, {1000000, 2000000}, {2, 3, 17, 100, 1000, 10000, 100000}},
	"pt": {{0, 1}, {1000000, 2000000}, {2, 3, 17, 100, 1000, 10000, 100000}},
	"he": {{1}, {2}, {0, 3, 4, 17, 100, 1000, 10000, 100000, 1000000}},
	"ar": {
		{0}, {1}, {2}, {3, 4, 10, 103, 110, 1003}, {11, 12, 26, 111, 1011},
		{100, 101, 102, 200, 202, 300, 302, 1000, 10000, 100000, 1000000},
	},
	"zh": {{0, 1, 2, 15, 100, 1000, 10000, 100000, 1000000}},
	"ja": {{0, 1, 2, 15, 100, 1000, 10000, 100000, 1000000}},
}

func TestPluralCategories(t *testing.T) {
	for _, table := range messages.All() {
		tag := table.Say(messages.Lang)
		lists, ok := cardinals[tag]
		if !ok {
			t.Errorf("%s has no samples", tag)
		}
		for category, list := range lists {
			for _, n := range list {
				if got := messages.CategoryOf(table, n); got != category {
					t.Errorf("%s: %d is in category %d, want %d", tag, n, got, category)
				}
			}
		}
	}
}

// Every table must have all texts, a form for each plural category, and the same
// placeholders (holes) as English. A form may have a number as a word instead of a
// placeholder, but only in a text that depends on a number.
func TestTablesAreWhole(t *testing.T) {
	english := messages.English()
	for _, table := range messages.All() {
		tag := table.Say(messages.Lang)
		for p := range messages.Phrase(messages.Phrases) {
			got, want := table.Say(p), english.Say(p)
			if got == "" {
				t.Errorf("%s: phrase %q is missing", tag, want)
			}
			if !slices.Equal(holes(got), holes(want)) {
				t.Errorf("%s: %q has other holes than %q", tag, got, want)
			}
		}
		for c := range messages.Count(messages.Counts) {
			testForms(t, table, c)
		}
	}
}

func testForms(t *testing.T, table *messages.Table, c messages.Count) {
	tag := table.Say(messages.Lang)
	forms := strings.Split(messages.Forms(table, c), "|")
	if len(forms) != len(cardinals[tag]) {
		t.Errorf("%s: %q has %d forms, want %d", tag, forms, len(forms), len(cardinals[tag]))
	}
	want := holes(messages.English().Count(c, 5))
	for _, form := range forms {
		for _, hole := range holes(form) {
			if !slices.Contains(want, hole) {
				t.Errorf("%s: %q has a hole %d", tag, form, hole)
			}
		}
	}
	if general := forms[len(forms)-1]; !slices.Equal(holes(general), want) {
		t.Errorf("%s: %q lacks a hole", tag, general)
	}
}

func holes(wording string) (numbers []int) {
	for _, number, rest := messages.Hole(wording); number > 0; _, number, rest = messages.Hole(rest) {
		numbers = append(numbers, number)
	}
	slices.Sort(numbers)
	return numbers
}

// The texts of the interface are written into markup and attributes and are not
// escaped, so they must not contain markup.
func TestNoWordingHoldsMarkup(t *testing.T) {
	for _, table := range messages.All() {
		if i := strings.IndexAny(table.Text(), `<>&"'`); i >= 0 {
			t.Errorf("%s: markup at %q", table.Say(messages.Lang), table.Text()[i:])
		}
	}
}

func TestTextReadsBack(t *testing.T) {
	for _, table := range messages.All() {
		got, err := messages.Parse(table.Text())
		if err != nil {
			t.Fatal(err)
		}
		if *got != *table {
			t.Errorf("%s differs after it was written and read", table.Say(messages.Lang))
		}
	}
	for _, text := range []string{"", "en\nltr", messages.English().Text() + "\n"} {
		if _, err := messages.Parse(text); err == nil {
			t.Errorf("a text of %d bytes was taken for a table", len(text))
		}
	}
}

func TestFor(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "en", "en-GB": "en", "DE": "de", "de-AT-1996": "de", "pt-BR": "pt", "ar-EG": "ar", "he": "he", "iw": "he",
		"zh": "zh", "zh-CN": "zh", "zh-Hans-HK": "zh", "zh-Hant": "", "zh-TW": "", "zh-hk": "",
		"": "", "-": "", "pl": "", "den": "", "x-de": "",
	} {
		got, ok := messages.For(tag)
		if ok != (want != "") || ok && got.Say(messages.Lang) != want {
			t.Errorf("%q: %v, want %q", tag, ok, want)
		}
	}
}

func TestCount(t *testing.T) {
	arabic, _ := messages.For("ar")
	for n, want := range map[int]string{0: "لا كلمات", 2: "كلمتان", 7: "{1} كلمات", 11: "{1} كلمة", 100: "{1} كلمة"} {
		if got := arabic.Count(messages.Words, n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, tc := range []struct {
		tag  string
		n    int
		want string
	}{
		{"en", 0, "0"}, {"en", 999, "999"}, {"en", 1000, "1,000"}, {"en", 1234567, "1,234,567"}, {"en", 1000001, "1,000,001"},
		{"de", 1050, "1.050"}, {"fr", 20009, "20\u202f009"}, {"es", 1234, "1234"}, {"es", 12345, "12.345"},
	} {
		table, _ := messages.For(tc.tag)
		if got := string(table.AppendNumber(nil, tc.n)); got != tc.want {
			t.Errorf("%s %d: %q, want %q", tc.tag, tc.n, got, tc.want)
		}
	}
}

func TestShares(t *testing.T) {
	for _, tc := range []struct {
		tag     string
		percent int
		want    string
	}{
		{"en", 0, "0%"}, {"en", 1, "1%"}, {"en", 51, "51%"}, {"en", 100, "100%"},
		{"de", 5, "5\u00a0%"}, {"ar", 15, "15\u200e%\u200e"},
	} {
		table, _ := messages.For(tc.tag)
		if got := string(table.AppendShare(nil, tc.percent)); got != tc.want {
			t.Errorf("%s %d: %q, want %q", tc.tag, tc.percent, got, tc.want)
		}
	}
}

func TestDates(t *testing.T) {
	for _, tc := range []struct{ tag, date, want string }{
		{"en", "2024-05-01", "May 1, 2024"},
		{"en", "2024-05-01T12:00:00+02:00", "May 1, 2024"},
		{"de", "2024-12-31", "31. Dezember 2024"},
		{"ja", "2024-05-01", "2024年5月1日"},
		{"en", "2024-13-01", "2024-13-01"},
		{"en", "May", "May"},
		{"en", "2024-0x-01", "2024-0x-01"},
	} {
		table, _ := messages.For(tc.tag)
		if got := string(table.AppendDate(nil, tc.date)); got != tc.want {
			t.Errorf("%s %s: %q, want %q", tc.tag, tc.date, got, tc.want)
		}
	}
}

func TestClock(t *testing.T) {
	for ms, want := range map[int64]string{
		0: "0:00", 999: "0:00", 65_000: "1:05", 3_599_999: "59:59", 3_600_000: "1:00:00", 36_061_000: "10:01:01", -65_000: "-1:05",
	} {
		if got := string(messages.AppendClock(nil, ms)); got != want {
			t.Errorf("%d ms: %q, want %q", ms, got, want)
		}
	}
}
