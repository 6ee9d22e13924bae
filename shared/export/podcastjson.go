package export

import (
	"strconv"

	"quoteline/shared/transcript"
)

// podcast is a transcript in the JSON format of the Podcasting 2.0 transcripts
// specification, version 1.0.0.
type podcast struct {
	Version  string    `json:"version"`
	Segments []segment `json:"segments"`
}

// segment is one turn of a transcript in the JSON format of Podcasting 2.0. Speaker is
// "" for a note, such as a stage direction. End is nil if the end of the turn is
// unknown.
type segment struct {
	Speaker string   `json:"speaker,omitempty"`
	Start   seconds  `json:"startTime"`
	End     *seconds `json:"endTime,omitempty"`
	Body    string   `json:"body"`
}

// seconds is a time in milliseconds. In JSON it is written in seconds.
type seconds int64

// MarshalJSON writes the time in seconds as a decimal fraction, without zeros at its
// end: 2.5 for 2500 ms.
func (s seconds) MarshalJSON() ([]byte, error) {
	return strconv.AppendFloat(nil, float64(s)/1000, 'f', -1, 64), nil
}

// AppendPodcastJSON appends t in the JSON format of Podcasting 2.0, with one segment
// for each turn. It returns [ErrNoTimecodes] if a turn has no start. The format has no
// place for the language of a turn, so the languages are lost.
func AppendPodcastJSON(dst []byte, t *transcript.Transcript) ([]byte, error) {
	list, err := cues(t)
	if err != nil {
		return dst, err
	}
	p := podcast{Version: "1.0.0", Segments: make([]segment, len(list))}
	for i := range list {
		c := &list[i]
		s := segment{Speaker: c.speaker, Start: seconds(c.start), Body: c.turn.Text}
		if c.turn.Kind == transcript.Note {
			s.Body = bracketed(s.Body)
		}
		if c.endKnown {
			end := seconds(c.end)
			s.End = &end
		}
		p.Segments[i] = s
	}
	return appendJSON(dst, p)
}
