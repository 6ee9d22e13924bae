package timeline

import (
	"slices"

	"quoteline/shared/transcript"
)

// MaxLanes is the number of speakers with a lane of their own. With more
// speakers, those after the seventh share the eighth lane.
const MaxLanes = 8

// DenseAbove is the number of turns beyond which the line shows how much each
// lane is spoken in, and no longer every turn by itself.
const DenseAbove = 400

// View is what a reader has chosen. The zero View shows everything.
type View struct {
	Off      []bool               // speakers switched off, by position; nil for none
	Topic    string               // only turns of the topic with this id; "" for all
	Query    string               // the search as typed; only shown
	Hits     [][]transcript.Range // what a search found, by turn; nil when nothing is searched
	OnlyHits bool                 // leave out turns without a hit
	Revealed []bool               // turns asked back from a stub, by position; nil for none
	Hit      int                  // number of the turn that holds the current hit, 0 for none
	Linked   int                  // number of the turn that a link names, 0 for none
	Cited    transcript.Range     // the words of that turn that the link names, empty for all
	Proof    transcript.Proof     // what became of these words
	Change   *Change              // of reworded words, once it is known; nil before
	At       int                  // number of the turn where the reader is, 0 for the first
	Window   Window               // what the line shows, the zero Window for everything
}

// Layout is a laid-out transcript. Segments and Rows have one element a turn.
type Layout struct {
	Words    int  // in all turns
	Dense    bool // more than DenseAbove turns
	Lanes    []Lane
	Segments []Segment
	Clock    *Clock    // nil where no times say where the turns stand
	Calendar *Calendar // nil where no days say when the turns were said
	Pauses   []Pause
	Threads  []Thread
	Bands    []Band
	Chunks   []Chunk
	Ticks    []Tick
	Rows     []Row
	At       int // number of the turn where the reader is; 0 only when there are no turns

	Window      Window
	First, Last int  // numbers of the turns in the window, 0 when there are none
	Crowded     bool // more turns are in the window than are drawn one by one

	Query     string // as typed; "" when nothing is searched
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

// Mark says how a segment is drawn.
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

// Pause is a stretch of the clock in which nobody speaks.
type Pause struct {
	X, W   int // units
	Millis int64
}

// Thread is the hairline by which the word passes from one lane to the next.
type Thread struct {
	X        int // units
	Top, End int // lanes, Top < End
}

// Band is a run of turns on one topic, or under a calendar of one day.
type Band struct {
	X, W        int    // units
	Topic       int    // position in Transcript.Topics, -1 for turns without a topic
	Date        string // of the day, "" for a topic
	First, Last int    // turn numbers
	Empty       bool
}

// Chunk is a run of turns of one band that the list holds in an element of its
// own: all of the band, or of a dense transcript about ChunkTurns.
type Chunk struct {
	Band        int // position in Layout.Bands
	First, Last int // turn numbers
	Words       int // of the turns that are visible
	Shown       int // turns that are visible
	Stubs       int // stubs that stand in it
}

// Empty reports whether there is nothing to see of the chunk.
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

// Row is what the list shows of a turn.
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
	Date  string // RFC 3339, when the present words were published; "" when it is not known
	Found bool   // false where no version that is left has the words; the rest is empty then
}

// Line is what of a layout does not depend on the view: made once for a
// transcript, laid out as often as a reader changes the view.
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

// Transcript returns what the line is of.
func (line *Line) Transcript() *transcript.Transcript { return line.transcript }

// Lay lays out t as v asks.
func Lay(t *transcript.Transcript, v *View) *Layout { return New(t).Lay(v) }

// Lay lays the transcript out as v asks.
func (line *Line) Lay(v *View) *Layout {
	l := &Layout{}
	line.LayInto(l, v)
	return l
}

// LayInto is Lay into an earlier layout of the same Line, whose memory it uses
// again: with 10,000 turns a new one for every keystroke would be most of the work.
func (line *Line) LayInto(l *Layout, v *View) {
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
