package jsonform

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Soniox returns the format of Soniox, a speech recognition service: a list of tokens
// with times in milliseconds. A token is a word or a part of one. It has its own spaces,
// as in " mor", "ning". A transcript of live speech is a sequence of objects, each with
// such a list.
func Soniox() draft.Format {
	return speechFormat("soniox-json", func(root *node) bool {
		for _, m := range messages(root) {
			tokens := sonioxTokens(m)
			if len(tokens) > 0 && tokens[0].member("text").isString() && tokens[0].firstOf("start_ms", "is_final", "translation_status") != nil {
				return true
			}
		}
		return false
	}, readSoniox)
}

// sonioxTokens returns the tokens of an object.
func sonioxTokens(m *node) []node {
	if t := m.member("transcript"); t != nil {
		m = t
	}
	return m.member("tokens").items()
}

// readSoniox reads the tokens of Soniox.
func readSoniox(d *speech, root *node) string {
	n := 0
	var dropped, translated transcript.Range
	for _, m := range messages(root) {
		tokens := sonioxTokens(m)
		for i := range tokens {
			t := &tokens[i]
			text := t.member("text")
			switch {
			case !text.isString():
			case t.member("is_final") != nil && t.member("is_final").kind == 'f':
				dropped = d.skip(text, dropped)
			case t.member("translation_status").value() == "translation":
				translated = d.skip(text, translated)
			case strings.HasPrefix(text.text, "<") && strings.HasSuffix(text.text, ">"): // <end> and <fin> end an utterance
				d.Account(draft.SpanMarkup, text.content())
			default:
				n++
				d.addWord(timedWord{
					text: text, speaker: t.member("speaker"), glued: true,
					start: t.member("start_ms").offset(source.UnitMillis), end: t.member("end_ms").offset(source.UnitMillis),
				})
			}
		}
	}
	d.remarkSkipped(dropped, guesses)
	d.remarkSkipped(translated, "translations of the words")
	return "tokens with start_ms, as Soniox writes them; tokens: " + strconv.Itoa(n)
}

// skip leaves out a text, because it repeats words of another text. The argument first is
// the range of the first text that was left out, or empty if there was none yet. The
// result is the new value of first.
func (d *speech) skip(text *node, first transcript.Range) transcript.Range {
	d.Account(draft.SpanOmitted, text.content())
	if first.Start < first.End {
		return first
	}
	return text.content()
}

// remarkSkipped adds a remark (an entry of the report) which says that texts were left
// out because they repeat words. The argument first is the range of the first such text.
// If it is empty, there is none and no remark is added.
func (d *speech) remarkSkipped(first transcript.Range, what string) {
	if first.Start < first.End {
		d.Remark(first, draft.Remark{
			Kind: draft.RemarkUnknown, Level: draft.LevelInfo, Done: "left out: " + what, Alternatives: []string{},
		})
	}
}
