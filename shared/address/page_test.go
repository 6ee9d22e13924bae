package address

import "testing"

func TestPage(t *testing.T) {
	const page = "https://news.example/story?id=1"
	for _, tc := range []struct{ page, canonical, want string }{
		{page, "", page},
		{page + "&utm_source=x&fbclid=y", "", page},
		{"https://news.example/story?gift=x", "", "https://news.example/story"},
		{"https://news.example/story?utm=x&gifts", "", "https://news.example/story?utm=x&gifts"},
		{"https://news.example/story?utm_source=x", "https://news.example/story/#top", "https://news.example/story/"},
		{"https://news.example/?utm_source=x", "https://news.example/", "https://news.example/"},
		{page + "&gift=x", "https://news.example/", page},
		{page + "&gift=x", "https://agency.example/story", page},
		{page + "&gift=x", "http://news.example/story", page},
		{page, "https://news.example", page},
	} {
		if got := Page(tc.page, tc.canonical); got != tc.want {
			t.Errorf("%s, canonical %s: %s, want %s", tc.page, tc.canonical, got, tc.want)
		}
	}
}
