package messages

// Phrase is a text of the interface. The comment after each one is its English wording.
type Phrase uint8

// The phrases are grouped by the place where readers see them. A new phrase must be
// added to its group here and to the file of every language.
const (
	// The language of the table.
	Lang      Phrase = iota // its BCP 47 tag
	Direction               // ltr or rtl

	// How figures and dates are written, see number.go and date.go.
	Group     // between groups of three digits
	GroupFrom // the least number with groups
	Decimal   // before a tenth
	Percent   // {1}%
	Months    // the twelve months, separated by "|", as a date has them
	Date      // {1} day, {2} month, {3} year

	// Separators between the parts of a sentence.
	Comma  // between parts
	Colon  // between a name and the words after it
	Quoted // “{1}”, words of a reader or a transcript

	// Heading and foot.
	Interview      // Interview
	Translated     // Translated
	Condensed      // Condensed
	FullTranscript // Full transcript
	Data           // Data (JSON)

	// Search and filter.
	SearchAndFilter // Search and filter
	SearchInterview // Search the interview
	PreviousHit     // Previous turn with a hit
	NextHit         // Next turn with a hit
	ClearSearch     // Clear the search
	OnlyHits        // Only turns with a hit
	NothingFound    // No turn contains “{1}”
	OfTranslation   // The words are a translation and may read differently …
	FollowsWhole    // The transcript follows unchanged.
	ReadFrom        // Read from turn {1}
	Topic           // Topic, a label before a list to choose from
	AllTopics       // All {1}, of topics
	NoSpeaker       // No speaker
	WithQuestions   // with questions
	ShowAll         // Show all

	// Speakers.
	SpeakersShown // Speakers shown
	Only          // only, before a speaker's name that may be out of sight
	OfWords       // of words, after a share
	Others        // Others, at most nine letters

	// The line graphic, and its texts for readers who cannot see it.
	Timeline      // Timeline
	Scale         // In order of speaking; width = length of the turn
	ByClock       // By the clock of the recording; width = time
	ByDate        // Date of what was said; days to scale
	PauseOf       // pause {1}, a length of time
	ZoomIn        // Zoom in, on a button
	ZoomOut       // Zoom out
	WholeLine     // Whole timeline
	WindowOf      // Turns {1} to {2} of {3}
	Hidden        // hidden, of a turn
	PlaceOf       // {1} of {2}
	Search        // Search
	PreviousTurn  // Previous turn
	NextTurn      // Next turn
	TurnOf        // Turn {1} of {2}
	TurnNumber    // Turn {1}
	FirstTick     // Turn {1}, at the first tick of an axis, at most seven letters
	TurnsFromTo   // turns {1} to {2}
	TurnAlone     // turn {1}, where others say turns {1} to {2}
	EditorialNote // note, shown where a turn has no speaker

	// A turn in the list.
	ShowTurns       // Show turns {1} to {2}
	ShowTurn        // Show turn {1}
	LinkedTurn      // Linked turn
	WordsUnchanged  // The marked words are those that were linked, unchanged.
	WordsMoved      // The linked words are unchanged, but they have moved …
	WordsReworded   // The wording has changed since this link was made.
	CopyLink        // Copy link
	ToTurn          // to turn {1}, after “Copy link”; begins with its space
	Copied          // Copied
	CopiedWords     // Copied with the selected words
	Then            // Then
	Now             // Now
	RewordedOn      // The wording was changed on {1} …, a date
	NothingNow      // These words were removed.
	OldWordsUnknown // The earlier wording is no longer available.
	TurnRemoved     // The linked turn was removed. This is the nearest one that is left.
	SeeCorrection   // See the correction
	CopyNewLink     // Copy the new link
	CorrectionOf    // Correction, {1}, a date
	Inaudible       // Partly inaudible
	HitOfTurn       // Hit {1} of {2}, turn {3}

	// Copying and sharing a quote.
	Cite          // Cite, on the button of a menu
	OfTurn        // turn {1}, after “Cite”; begins with its space
	CopyQuote     // Copy quote
	CopyAs        // Copy as
	PlainText     // Plain text
	Share         // Share…
	SelectedWords // Selected words, turn {1}
	Excerpt       // Excerpt, turns {1} to {2}
	CopyByHand    // Copy this text
	Close         // Close

	// The recording.
	Recording     // Recording
	PlayFrom      // Play from {1}, a time
	Play          // Play
	Pause         // Pause
	Playing       // Playing
	Paused        // Paused
	FollowAgain   // Back to the spoken turn
	CannotPlay    // The recording cannot be played here.
	OpenRecording // Open the recording

	// Pages.
	FromInterview  // From the interview {1}
	QuoteTitle     // {1} speaker, turn {2}: {3} title
	TranscriptData // Transcript data
	ReadTranscript // Read the transcript
	TranscriptOf   // {1}: full transcript
	TurnsLeftOut   // turns {1} to {2} left out
	TurnLeftOut    // turn {1} left out

	phrases // how many there are
)

// Count is a phrase that depends on a number. The number replaces hole {1}, unless the
// comment names another hole. A table has a wording for each plural category of its
// language, separated by "|", in the order of [Category].
type Count uint8

// The phrases that depend on a number.
const (
	Turns          Count = iota // {1} turns
	Words                       // {1} words
	Hits                        // {1} hits
	OtherSpeakers               // {1} others, the name of a shared lane; 2 or more
	OfTurns                     // {1} of {2} turns; counts {2}
	TurnsHidden                 // {1} turns hidden
	HiddenOnScreen              // {1} turns hidden on screen, on paper before these turns
	TurnsContain                // {1} of {2} turns contain “{3}”; counts {2}
	TurnsShown                  // {1} of {2} turns shown; counts {2}

	counts // how many there are
)
