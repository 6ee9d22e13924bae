package render

import "testing"

func TestAppendPercent(t *testing.T) {
	tests := []struct {
		got  []byte
		want string
	}{
		{AppendPercent(nil, 0), "0%"},
		{AppendPercent(nil, 5), "0.05%"},
		{AppendPercent(nil, 1927), "19.27%"},
		{AppendPercent(nil, 1950), "19.5%"},
		{AppendPercent(nil, 10000), "100%"},
	}
	for _, tt := range tests {
		if string(tt.got) != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func TestEscape(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"plain “text” – ü", "plain “text” – ü"},
		{`<a href="x" id='y'>&amp;`, "&lt;a href=&#34;x&#34; id=&#39;y&#39;&gt;&amp;amp;"},
		{"nul\x00", "nul\uFFFD"},
	}
	for _, tt := range tests {
		if got := string(appendEscaped(nil, tt.text)); got != tt.want {
			t.Errorf("appendEscaped(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestFirstRunes(t *testing.T) {
	for _, tt := range []struct {
		text string
		n    int
		want string
	}{{"äbc", 2, "äb"}, {"äb", 2, "äb"}, {"äb", 9, "äb"}, {"", 3, ""}} {
		if got := firstRunes(tt.text, tt.n); got != tt.want {
			t.Errorf("firstRunes(%q, %d) = %q, want %q", tt.text, tt.n, got, tt.want)
		}
	}
}
