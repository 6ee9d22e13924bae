package compose

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/script"
	"quoteline/shared/transcript"
)

// turnMembers is the approximate size of a turn in the JSON of the result, in bytes.
// It does not count the turn's text.
const turnMembers = 180

// turns makes the turns of the transcript. It uses the cues (the words after one
// speaker's name or time) whose indices are in spoken. The second result has, for
// each cue, the number of the turn that contains it. Turns are counted from 1. The
// number is 0 if no turn contains the cue.
func turns(d *draft.Draft, spoken []int, set *speakerSet, l *draft.Ledger) (list []transcript.Turn, number []int) {
	// Example: the captions "Ada: One" and "Ada: two." become one turn if
	// neighbouring captions of a speaker are joined. The turns are counted before
	// they are made, so that the list can be allocated with the right size.
	number = make([]int, len(d.Cues))
	join := decideJoin(d, spoken, set, l)
	n := 0
	for k, i := range spoken {
		if k == 0 || !continuesTurn(d, &d.Cues[spoken[k-1]], &d.Cues[i], set, join) {
			n++
		}
		number[i] = n
	}
	if !d.Src.Budget.Turns(n) {
		return nil, number
	}
	list = make([]transcript.Turn, 0, n)
	for k := 0; k < len(spoken); {
		end := k + 1
		for end < len(spoken) && number[spoken[end]] == number[spoken[k]] {
			end++
		}
		list = append(list, makeTurn(d, spoken[k:end], set))
		if !d.Src.Budget.Answer(turnMembers + source.JSONSize(list[len(list)-1].Text)) {
			return nil, number
		}
		k = end
	}
	return list, number
}

// continuesTurn reports whether cue b belongs to the same turn as cue a, the cue before
// it. A cue is the words after one speaker's name or time. The argument join is true if
// neighbouring cues of one speaker become one turn. The words of b must be after those of
// a in the source. Two cues in the opposite order come from separate lists of one
// speaker, so they stay separate turns.
func continuesTurn(d *draft.Draft, a, b *draft.Cue, set *speakerSet, join bool) bool {
	if d.Separate || !join && (!b.Continued || d.Captioned) || a.Note || b.Note || !follows(a, b) {
		return false
	}
	id := set.speaker(a.Name)
	return id != "" && id == set.speaker(b.Name)
}

// follows reports whether the words of cue b are after those of cue a in the source. (A
// cue is the words after one speaker's name or time.)
func follows(a, b *draft.Cue) bool {
	return len(a.Parts) == 0 || len(b.Parts) == 0 || a.Parts[0].Start <= b.Parts[0].Start
}

// makeTurn makes one turn of several cues (the words after one speaker's name or time).
// The argument cues has their indices.
func makeTurn(d *draft.Draft, cues []int, set *speakerSet) transcript.Turn {
	c := &d.Cues[cues[0]]
	turn := transcript.Turn{Speaker: set.speaker(c.Name), Start: c.Clock.Start, End: c.Clock.End, Lang: c.Lang}
	if c.Note {
		turn.Speaker, turn.Kind = "", transcript.Note
	}
	if len(cues) == 1 {
		turn.Text = d.JoinParts(c.Parts)
		return turn
	}
	texts := make([]string, len(cues))
	for k, i := range cues {
		texts[k] = d.JoinParts(d.Cues[i].Parts)
		if k > 0 {
			turn.End = turnEnd(&turn, d.Cues[i].Clock.End)
		}
	}
	turn.Text = joinTexts(texts, d.Captioned)
	return turn
}

// turnEnd returns the end of a turn after one more cue (a piece of text by one
// speaker) is added to it. The argument end is the end of this cue. Usually the
// result is the later of two times: end, and the present end of the turn. The result
// is zero (unknown) if end or the start of the turn is unknown, or if end is before
// the start of the turn.
func turnEnd(turn *transcript.Turn, end transcript.Offset) transcript.Offset {
	from, _ := turn.Start.Millis()
	before, _ := turn.End.Millis()
	to, ok := end.Millis()
	switch {
	case !ok || to < from || turn.Start.IsZero():
		return transcript.Offset{}
	case !turn.End.IsZero() && before > to:
		return turn.End
	}
	return end
}

// joinTexts joins the texts of several cues (the words after one speaker's name or
// time) into the text of a turn. The texts of captions are parts of one paragraph.
// Other texts become separate paragraphs.
func joinTexts(texts []string, captioned bool) string {
	var b strings.Builder
	end := rune(0)
	for i, text := range texts {
		if i > 0 && !captioned {
			b.WriteByte('\n')
		} else if r, _ := utf8.DecodeRuneInString(text); i > 0 && !(script.Unspaced(end) && script.Unspaced(r)) && !isClosingPunctuation(text) {
			b.WriteByte(' ')
		}
		b.WriteString(text)
		end, _ = utf8.DecodeLastRuneInString(text)
	}
	return norm.NFC.String(b.String())
}

// isClosingPunctuation reports whether text consists only of punctuation that follows a
// word without a space, such as ",". Some tools write such a mark as a separate piece of
// speech.
func isClosingPunctuation(text string) bool {
	return text != "" && strings.Trim(text, ",.;:!?…’”)") == ""
}

// joinID is the id of a decision (a choice that an editor can reverse): whether
// neighbouring captions or paragraphs of one speaker become one turn.
const joinID = "join"

// decideJoin decides whether neighbouring cues (the words after one speaker's name or
// time) of one speaker become one turn. By default captions are joined. Cues in other
// formats are not joined, because their author may have separated them for a reason.
func decideJoin(d *draft.Draft, spoken []int, set *speakerSet, l *draft.Ledger) bool {
	n, before := 0, "" // how many cues have the same speaker as the cue before, and that speaker
	for k, i := range spoken {
		b := &d.Cues[i]
		id := set.speaker(b.Name)
		if id != "" && id == before && !b.Note && (d.Captioned || !b.Continued) {
			if a := &d.Cues[spoken[k-1]]; !a.Note && follows(a, b) {
				n++
			}
		}
		before = id
	}
	reason := "each label begins a turn, even if the speaker stays the same; places: "
	if d.Captioned {
		reason = "the source cuts speech to fit captions or at pauses, not where the speaker changes, so neighbours with the same speaker are one turn; places: "
	}
	return n > 0 && !d.Separate && l.Decide(draft.Decision{
		ID: joinID, Kind: draft.DecideJoin, Applied: d.Captioned, Labels: []draft.LabelCount{}, Reason: reason + strconv.Itoa(n),
	})
}
