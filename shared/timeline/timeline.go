package timeline

import (
	"slices"

	"quoteline/shared/transcript"
)

// MaxLanes is the number of speakers with a lane of their own. With more
// speakers, those after the seventh share the eighth lane.
const MaxLanes = 8

// DenseAbove is the number of turns above which the line shows how much of each
// stretch a lane speaks, instead of every single turn.
const DenseAbove = 400

// View is the reader's choice. The zero View shows everything.
type View struct {
	Off      []bool               // speakers switched off, by position; nil for none
	Topic    string               // id of the topic whose turns are shown; "" for all
	Query    string               // the search as typed, for display
	Hits     [][]transcript.Range // hits of the search, by turn; nil without a search
	OnlyHits bool                 // hide turns without a hit
	Revealed []bool               // turns revealed from a stub, by position; nil for none
	Hit      int                  // number of the turn that holds the current hit, 0 for none
	Linked   int                  // number of the turn that a link names, 0 for none
	Cited    transcript.Range     // the words of that turn that the link names, empty for all
	Proof    transcript.Proof     // whether these words are still the same
	Change   *Change              // how reworded words have changed; nil until that is known
	At       int                  // number of the reader's current turn, 0 for the first
	Window   Window               // the visible stretch of the line; zero for the whole line
}

// Layout is a laid-out transcript. Segments and Rows have one element a turn.
type Layout struct {
	Words    int  // in all turns
	Dense    bool // more than DenseAbove turns
	Lanes    []Lane
	Segments []Segment
	Clock    *Clock    // nil unless the turns are laid out by their times
	Calendar *Calendar // nil unless the turns are laid out by their days
	Pauses   []Pause
	Threads  []Thread
	Bands    []Band
	Chunks   []Chunk
	Ticks    []Tick
	Rows     []Row
	At       int // number of the reader's current turn; 0 only if there are no turns

	Window      Window
	First, Last int  // numbers of the turns in the window, 0 when there are none
	Crowded     bool // the window has too many turns to draw each of them

	Query     string // as typed; "" without a search
	Searching bool
	OnlyHits  bool
	Topic     string // as in the View
	HitTurns  int    // turns with a hit
	HitAt     int    // ordinal of the current hit's turn among them, from 1; 0 for none
	Hits      []Hit  // one a turn with a hit, in order
	Filtered  bool   // some turns may be hidden
	Matches   int    // turns that pass the filter
	Shown     int    // turns that are visible: matches, their questions, revealed turns
}

// Lane is the row of one speaker, or of the speakers who share the last one.
type Lane struct {
	Speakers []int  // positions in Transcript.Speakers; one, unless the lane is shared
	Short    string // name for narrow gutters; empty for a shared lane
	Turns    int
	Words    int
	Share    int // of all words, per mille
	HitIn    int // turns with a hit
	Off      bool
}

// Mark is how a segment is drawn.
type Mark uint8

// The values of [Mark].
const (
	Plain  Mark = iota
	Dim         // a search is on and the turn has no hit
	Hidden      // the filter hides the turn
)

// Segment is a turn on the line.
type Segment struct {
	X, W  int // units
	Lane  int
	Words int
	Mark  Mark
}

// Pause is a stretch of the clock without speech.
type Pause struct {
	X, W   int // units
	Millis int64
}

// Thread is the hairline that joins the lanes of two consecutive speakers.
type Thread struct {
	X        int // units
	Top, End int // lanes, Top < End
}

// Band is a run of turns with the same first topic, or, under a calendar, of the same
// day.
type Band struct {
	X, W        int    // units
	Topic       int    // position in Transcript.Topics, -1 for turns without a topic
	Date        string // of the day, "" for a topic
	First, Last int    // turn numbers
	Empty       bool
}

// Chunk is a run of turns of one band that the list writes into one element: the
// whole band, or about ChunkTurns turns of a dense transcript.
type Chunk struct {
	Band        int // position in Layout.Bands
	First, Last int // turn numbers
	Words       int // of the turns that are visible
	Shown       int // turns that are visible
	Stubs       int // stubs in it
}

// Empty reports whether the chunk shows neither turns nor stubs.
func (c *Chunk) Empty() bool { return c.Shown == 0 && c.Stubs == 0 }

// Tick is a label on the axis: the number of a turn, or on a clock a time.
type Tick struct {
	X      int // units
	N      int
	Millis int64 // of the recording
	Narrow bool  // has room on a phone as well
}

// Hit is a mark under the lanes for a turn with search hits.
type Hit struct {
	X       int // units, where the first hit of the turn begins
	N       int // turn number
	Current bool
}

// Row is the state of a turn in the list.
type Row struct {
	Shown  bool
	Stub   int // length of the run of hidden turns that begins here; 0 elsewhere
	Hits   []transcript.Range
	Hit    bool // holds the current hit
	Linked bool
	Cited  transcript.Range // of a linked turn
	Proof  transcript.Proof // of a linked turn
	Change *Change          // of a linked turn
}

// Change is how linked words have changed.
type Change struct {
	transcript.Comparison
	Date  string // RFC 3339, when the present words were published; "" if unknown
	Found bool   // false if no stored version has the words; the rest is empty then
}

// Line is the part of a layout that does not depend on the view. It is made once for
// a transcript and laid out again after every change of the view.
type Line struct {
	transcript *transcript.Transcript
	layout     Layout  // of the zero View, but for Rows
	speaker    []int32 // by turn: position of the speaker, -1 for none
	question   []int32 // by turn: position of the question before it that it answers, -1 for none
}

// New measures t.
func New(t *transcript.Transcript) *Line {
	l := &Line{transcript: t, layout: Layout{Dense: len(t.Turns) > DenseAbove}}
	l.relate()
	l.layout.layLanes(t)
	if !l.layout.layCalendar(t) && !l.layout.layClock(t) {
		l.layout.layWidths()
	}
	l.layout.layBands(t)
	l.layout.layChunks(t)
	return l
}

// Transcript returns the transcript that the line was made from.
func (line *Line) Transcript() *transcript.Transcript { return line.transcript }

// Lay lays out t as v asks.
func Lay(t *transcript.Transcript, v *View) *Layout { return New(t).Lay(v) }

// Lay lays the transcript out as v asks.
func (line *Line) Lay(v *View) *Layout {
	l := &Layout{}
	line.LayInto(l, v)
	return l
}

// LayInto is Lay into an earlier layout of the same Line, whose memory it reuses:
// with 10,000 turns, allocating a layout for every keystroke would be most of the
// work.
func (line *Line) LayInto(l *Layout, v *View) {
	// The copy below would drop the earlier slices, so they are kept and filled again.
	lanes, segments, bands, chunks, rows, hits := l.Lanes, l.Segments, l.Bands, l.Chunks, l.Rows, l.Hits
	threads, ticks := l.Threads, l.Ticks
	*l = line.layout
	l.Lanes = append(lanes[:0], l.Lanes...)
	l.Segments = append(segments[:0], l.Segments...)
	l.Bands = append(bands[:0], l.Bands...)
	l.Chunks = append(chunks[:0], l.Chunks...)
	l.Rows = slices.Grow(rows[:0], len(l.Segments))[:len(l.Segments)]
	l.Hits, l.Threads, l.Ticks = hits[:0], threads, ticks
	l.Query, l.Searching, l.OnlyHits, l.Topic = v.Query, v.Hits != nil, v.OnlyHits, v.Topic
	if l.At = v.At; l.At == 0 {
		l.At = min(1, len(l.Segments))
	}
	line.layRows(l, v)
	l.layStubs()
	l.layHits(line.transcript, v)
	l.Look(v.Window)
}
