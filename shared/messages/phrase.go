package messages

// Phrase is a text of the interface that every language has. The comment after each
// Phrase is its English text.
type Phrase uint8

// The phrases are grouped by the place where readers see them. A new phrase must be
// added here, and to the file of every language.
const (
	// The language of the table (a Table has the texts of one language).
	Lang      Phrase = iota // the BCP 47 tag of the language, such as "en"
	Direction               // the direction of its text: ltr or rtl

	// How numbers and dates are written: AppendNumber and AppendDate use these texts.
	Group     // separator between groups of three digits
	GroupFrom // the smallest number that is divided into groups
	Percent   // {1}%
	Months    // the names of the twelve months in dates, separated by "|"
	Date      // {1} day, {2} month, {3} year

	// Separators between parts of a sentence.
	Comma  // between two parts of a sentence
	Colon  // between a name and the words after it
	Quoted // “{1}” around words of a reader or a transcript

	// The heading and the foot of the timeline.
	Interview      // Interview
	Translated     // Translated
	Condensed      // Condensed
	FullTranscript // Full transcript
	Data           // Data (JSON)

	// The controls for search and filters.
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
	AllTopics       // All {1} (the number of topics)
	NoSpeaker       // No speaker
	WithQuestions   // with questions (after the names of the speakers that a filter shows)
	ShowAll         // Show all

	// Speakers.
	SpeakersShown // Speakers shown
	Only          // only (on a button; a speaker's name follows for screen readers)
	OfWords       // of words (after a percentage)
	Others        // Others (the short name of a row that several speakers share; nine letters or fewer)

	// The timeline graphic, and its texts for readers who cannot see it.
	Timeline      // Timeline
	Scale         // In order of speaking; width = length of the turn
	ByClock       // By the clock of the recording; width = time
	ByDate        // Date of what was said; days to scale
	PauseOf       // pause {1} (a length of time)
	ZoomIn        // Zoom in, on a button
	ZoomOut       // Zoom out
	WholeLine     // Whole timeline
	WindowOf      // Turns {1} to {2} of {3}
	Hidden        // hidden (of a turn that a filter hides)
	PlaceOf       // {1} of {2}
	Search        // Search
	PreviousTurn  // Previous turn
	NextTurn      // Next turn
	TurnOf        // Turn {1} of {2}
	TurnNumber    // Turn {1}
	FirstTick     // Turn {1} (at the start of an axis; seven letters or fewer)
	TurnsFromTo   // turns {1} to {2}
	TurnAlone     // turn {1} (used if there is only one turn, instead of “turns {1} to {2}”)
	EditorialNote // note (replaces the speaker's name of a turn without a speaker)

	// A turn in the list.
	ShowTurns       // Show turns {1} to {2}
	ShowTurn        // Show turn {1}
	LinkedTurn      // Linked turn
	WordsUnchanged  // The marked words are those that were linked, unchanged.
	WordsMoved      // The linked words are unchanged, but they have moved …
	WordsReworded   // The wording has changed since this link was made.
	CopyLink        // Copy link
	ToTurn          // to turn {1} (after “Copy link”; begins with the space between them)
	Copied          // Copied
	CopiedWords     // Copied with the selected words
	Then            // Then
	Now             // Now
	RewordedOn      // The wording was changed on {1} … (a date)
	NothingNow      // These words were removed.
	OldWordsUnknown // The earlier wording is no longer available.
	TurnRemoved     // The linked turn was removed. This is the nearest one that is left.
	SeeCorrection   // See the correction
	CopyNewLink     // Copy the new link
	CorrectionOf    // Correction, {1} (a date)
	Inaudible       // Partly inaudible
	HitOfTurn       // Hit {1} of {2}, turn {3}

	// Copying and sharing a quote.
	Cite          // Cite (on the button that opens the menu)
	OfTurn        // turn {1} (after “Cite”; begins with the space between them)
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
	PlayFrom      // Play from {1} (a time)
	Play          // Play
	Pause         // Pause
	Playing       // Playing
	Paused        // Paused
	FollowAgain   // Back to the spoken turn
	CannotPlay    // The recording cannot be played here.
	OpenRecording // Open the recording

	// Pages.
	FromInterview  // From the interview {1}
	QuoteTitle     // {1}, turn {2}: {3} ({1} is the speaker, {3} the title)
	TranscriptData // Transcript data
	ReadTranscript // Read the transcript
	TranscriptOf   // {1}: full transcript
	TurnsLeftOut   // turns {1} to {2} left out
	TurnLeftOut    // turn {1} left out

	phrases // the number of phrases
)

// Count is a text of the interface that depends on a number, such as "2 turns". The
// number replaces placeholder {1}, unless the comment after the Count names another
// one. A table has a form for each plural category of its language. The forms are
// separated by "|", in the order of [Category].
type Count uint8

// The values of [Count]. The comment after each is its English text in the plural.
const (
	Turns          Count = iota // {1} turns
	Words                       // {1} words
	Hits                        // {1} hits
	OtherSpeakers               // {1} others (the name of a row of the timeline that 2 or more speakers share)
	OfTurns                     // {1} of {2} turns (the form depends on {2})
	TurnsHidden                 // {1} turns hidden
	HiddenOnScreen              // {1} turns hidden on screen (printed before turns that a filter hides)
	TurnsContain                // {1} of {2} turns contain “{3}” (the form depends on {2})
	TurnsShown                  // {1} of {2} turns shown (the form depends on {2})

	counts // the number of Count values
)
