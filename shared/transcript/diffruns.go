package transcript

// longestMove is the greatest number of words by which joinRuns moves a run of changed
// words.
const longestMove = 100

// joinRuns moves a run of changed words towards the end, if the run then touches the
// next run. It can move a run by one word if the first word of the run equals the word
// after the run, because either of the two can count as the changed one. With the
// changed words in brackets, "a [b] b [c]" becomes "a b [b c]". A reader sees that as
// one change instead of two.
func joinRuns(words []string, changed []bool) {
	for start := 0; start < len(words); start++ {
		end := start
		for end < len(words) && changed[end] {
			end++
		}
		// Move the run by one word at a time until it touches the next run.
		for n := 0; n < longestMove && start < end && end+n+1 < len(words) && words[start+n] == words[end+n]; n++ {
			if changed[end+n+1] {
				for i := range n + 1 {
					changed[start+i], changed[end+i] = false, true
				}
				end = start + n // the outer loop continues at the joined run
				break
			}
		}
		start = end
	}
}
