package transcript

// longestMove bounds how far joinRuns moves a run, in words.
const longestMove = 100

// joinRuns joins runs of changed words where only the place differs: of equal words
// another one is changed. With the changed words in brackets, "a [b] b [c]" becomes
// "a b [b c]", which is one change to a reader instead of two.
func joinRuns(words []string, changed []bool) {
	for start := 0; start < len(words); start++ {
		end := start
		for end < len(words) && changed[end] {
			end++
		}
		// Whether the run, moved by n words, touches the run after it.
		for n := 0; n < longestMove && start < end && end+n+1 < len(words) && words[start+n] == words[end+n]; n++ {
			if changed[end+n+1] {
				for i := range n + 1 {
					changed[start+i], changed[end+i] = false, true
				}
				end = start + n // the joined run begins after it
				break
			}
		}
		start = end
	}
}
