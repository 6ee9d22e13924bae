package timeline

import (
	"slices"

	"quoteline/shared/transcript"
)

// MaxLanes is the greatest number of lanes. A lane is one speaker's row on the
// timeline. If there are more speakers, the eighth and all later ones share the eighth
// lane.
const MaxLanes = 8

// DenseAbove is the number of turns above which a transcript is dense. The timeline of
// a dense transcript does not draw single turns until the reader zooms in. Instead it
// cuts each speaker's row into narrow columns. In each column it draws a bar, which is
// higher if the speaker's turns fill more of the column.
const DenseAbove = 400

// View is the reader's choice: filters, search, zoom and position. The zero View shows
// all turns.
type View struct {
	Off      []bool               // speakers switched off, by position; nil for none
	Topic    string               // id of the topic whose turns are shown; "" for all
	Query    string               // the search as typed, for display
	Hits     [][]transcript.Range // hits of the search, by turn; nil without a search
	OnlyHits bool                 // hide turns without a hit
	Revealed []bool               // turns revealed from a stub, by position; nil for none
	Hit      int                  // number of the turn with the current hit, 0 for none
	Linked   int                  // number of the turn that a link names, 0 for none
	Cited    transcript.Range     // the words of turn Linked that the link names, empty for all
	Proof    transcript.Proof     // whether the words in Cited are still the same
	Change   *Change              // how the linked words have changed; nil until that is known
	At       int                  // number of the reader's current turn, 0 for the first
	Window   Window               // the visible stretch of the line; zero for the whole line
}

// Layout describes how a transcript is drawn for a view, which is the reader's choice
// of filters, search and position. Speakers, Segments and Rows have one element for each
// turn.
type Layout struct {
	Speakers []int32 // position of each turn's speaker in Transcript.Speakers, -1 for none
	Words    int     // in all turns
	Dense    bool    // more than DenseAbove turns
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
	First, Last int  // numbers of the turns in the window, 0 if there are none
	Crowded     bool // the window has too many turns to draw each of them

	Query     string // the search as typed; "" without a search
	Searching bool
	OnlyHits  bool
	Topic     string // as in the View; "" for all
	HitTurns  int    // turns with a hit
	HitAt     int    // position of the current hit's turn among the turns with hits, counting from 1; 0 for none
	Hits      []Hit  // one for each turn with a hit, in order
	Filtered  bool   // some turns may be hidden
	Matches   int    // turns that pass the filter
	Shown     int    // turns that are visible: matches, their questions, revealed turns

	corrections corrections
}

// Lane is one speaker's row on the timeline. If there are more than [MaxLanes]
// speakers, several share the last lane.
type Lane struct {
	Speakers []int  // positions in Transcript.Speakers; several only if the lane is shared
	Short    string // name for a narrow column; empty for a shared lane
	Colour   int    // position of its colour among the eight colours of speakers; 0 is a grey, for interviewers
	Turns    int
	Words    int
	Share    int // share of all words, in per cent; the shares of all lanes add up to 100
	HitIn    int // turns with a hit
	Off      bool
}

// Mark says how the drawing of a turn on the timeline looks.
type Mark uint8

// The values of [Mark].
const (
	Plain  Mark = iota
	Dim         // a search is on and the turn has no hit
	Hidden      // the filter hides the turn
)

// Segment is the bar that shows a turn on the timeline.
type Segment struct {
	X, W  int // units of the axis
	Lane  int
	Words int
	Mark  Mark
}

// Pause is a stretch of the recording in which no turn is spoken.
type Pause struct {
	X, W   int // units of the axis
	Millis int64
}

// Thread is a thin line on the timeline that connects two consecutive turns of
// different speakers, from the row of one to the row of the other.
type Thread struct {
	X        int // units of the axis
	Top, End int // positions of the two lanes, Top < End
}

// Band is a run of consecutive turns on the same topic. If a turn has several topics,
// only its first one counts. If the axis is a calendar, a band is a run of turns on the
// same day instead.
type Band struct {
	X, W        int    // units of the axis
	Topic       int    // position in Transcript.Topics, -1 for turns without a topic
	Date        string // RFC 3339 full-date; "" if the band is a topic
	First, Last int    // numbers of its first and last turn
	Empty       bool
}

// Chunk is a run of turns whose HTML is written together into one element. All its
// turns are in one band (turns on one topic or day). If the transcript has more than
// DenseAbove turns, a chunk has about ChunkTurns turns. Otherwise it has all turns of
// the band.
type Chunk struct {
	Band        int // position in Layout.Bands
	First, Last int // numbers of its first and last turn
	Words       int // number of words in its visible turns
	Shown       int // number of its visible turns
	Stubs       int // number of stubs that begin in it
}

// Empty reports whether no turn of the chunk is visible and no stub begins in it. A
// stub is the placeholder for hidden turns.
func (c *Chunk) Empty() bool { return c.Shown == 0 && c.Stubs == 0 }

// Tick is a label on the axis. It is a time if the turns have times, and the number of
// a turn otherwise.
type Tick struct {
	X      int // units of the axis
	N      int
	Millis int64 // time of the recording
	Align  Align // which point of the label is at X
	Narrow bool  // there is room on a phone as well
}

// Hit is the mark for a turn with search hits. It is drawn on the timeline, below the
// rows of the speakers.
type Hit struct {
	X       int // units of the axis; where the first hit of the turn is
	N       int // turn number
	Current bool
}

// Row says how the list below the timeline shows a turn: whether the turn is visible,
// and which of its words are marked.
type Row struct {
	Shown  bool
	Stub   int // number of hidden turns in the run that begins with this turn; 0 for all other turns
	Hits   []transcript.Range
	Hit    bool // the current hit is in this turn
	Linked bool
	Cited  transcript.Range // words that the link names
	Proof  transcript.Proof // whether these words are still the same
	Change *Change          // how these words have changed
}

// Change describes how the words that a link names have changed since the link was
// made.
type Change struct {
	transcript.Comparison
	Date  string // RFC 3339, when the present words were published; "" if unknown
	Found bool   // false if no stored version has the linked words; the other members are empty then
}

// Line holds the part of a layout (where each turn is drawn) that is the same for every
// [View] (the reader's choice). This part is computed only once for each transcript.
// After every change of the view, the method LayInto computes the rest.
type Line struct {
	transcript *transcript.Transcript
	layout     Layout  // of the zero View, but without Rows
	question   []int32 // position of the earlier question that each turn answers, -1 for none
}

// New returns the Line of t. It computes the part of the layout (where each turn is
// drawn) that does not depend on the reader's choices.
func New(t *transcript.Transcript) *Line {
	l := &Line{transcript: t, layout: Layout{Dense: len(t.Turns) > DenseAbove, corrections: newCorrections(t)}}
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

// Lay returns the layout of t, which says where each turn is drawn, for the reader's
// choice v.
func Lay(t *transcript.Transcript, v *View) *Layout { return New(t).Lay(v) }

// Lay returns the layout of the line's transcript, which says where each turn is drawn,
// for the reader's choice v.
func (line *Line) Lay(v *View) *Layout {
	l := &Layout{}
	line.LayInto(l, v)
	return l
}

// LayInto does the same as [Line.Lay], but writes the layout (where each turn is drawn)
// to l. It reuses the memory of l, which must be empty or an earlier layout of the same
// Line. With 10,000 turns, most of the work after a keystroke would be to allocate a
// new layout.
func (line *Line) LayInto(l *Layout, v *View) {
	// The assignment to *l below would lose the slices of the earlier layout. So they
	// are saved here, and filled with new values later.
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
