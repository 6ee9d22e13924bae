package label

import "testing"

// TestInlineMarks tries marks, and texts that only look like marks. Angle quotation
// marks are around each mark that is found.
func TestInlineMarks(t *testing.T) {
	for _, c := range []struct {
		text, want string
		markdown   bool
	}{
		{"a **b** c", "a «**»b«**» c", false},
		{"2 ** 3 ** 4, a * b", "2 ** 3 ** 4, a * b", true},
		{"*a* and _b_, snake_case_name", "«*»a«*» and «_»b«_», snake_case_name", true},
		{"*a* and _b_", "*a* and _b_", false},
		{"[an article](https://example.org/a?x=1) on", "«[»an article«](https://example.org/a?x=1)» on", false},
		{"![a **ship**](s.png)", "«![a **ship**](s.png)»", true},
		{"So. ![a ship](s.png) No![laughs](sighs)", "So. «![a ship](s.png)» No![laughs](sighs)", false},
		{"[![a ship](s.png)](https://example.org) and ![a ship][s] or ![so", "«[![a ship](s.png)](https://example.org)» and «![a ship][s]» or ![so", true},
		{"so [[File:S.png|thumb|A [[ship]] at sea]] it is", "so «[[File:S.png|thumb|A [[ship]] at sea]]» it is", true},
		{"at <img src=\"s.png\" alt=\"a ship\"> sea", "at «<img src=\"s.png\" alt=\"a ship\">» sea", true},
		{"[laughs] (yes), [a] (b)", "[laughs] (yes), [a] (b)", true},
		{"V<sub>T</sub> <b>is</b> a < b", "V«<sub>»T«</sub>» «<b>»is«</b>» a < b", true},
		{"see <https://example.org>", "see «<»https://example.org«>»", true},
		{"it ''rained'', don't", "it «''»rained«''», don't", true},
		{"at [[Harbour|the harbour]], [[Pier]]", "at «[[Harbour|»the harbour«]]», «[[»Pier«]]»", true},
		{"in [http://x.org spring] [https://x.org]", "in «[http://x.org »spring«]» [https://x.org]", true},
		{"no ~~never~~ yes", "no «~~never~~» yes", true},
		{"well \\", "well «\\»", true},
		{"\\*not\\* so", "\\*not\\* so", true},
		{"Yes. #00:00:05-2#", "Yes. «#00:00:05-2#»", false},
		{"at [02:15.00] and [00:02:15], [10:30] #1 #2", "at «[02:15.00]» and «[00:02:15]», [10:30] #1 #2", false},
		{"[inaudible 00:00:03] [:::]", "[inaudible 00:00:03] [:::]", false},
	} {
		got, at := "", 0
		for _, m := range InlineMarks(c.text, c.markdown) {
			got += c.text[at:m.Start] + "«" + c.text[m.Start:m.End] + "»"
			at = m.End
		}
		if got += c.text[at:]; got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
