package transcript

// longestMove is the greatest number of words by which joinRuns moves a run.
const longestMove = 100

// joinRuns moves a run of changed words towards the end if it then touches the next
// run. Moving is possible if the first changed word equals the word after the run:
// either of the two can count as the changed one. With the changed words in brackets,
// "a [b] b [c]" becomes "a b [b c]", which a reader sees as one change instead of two.
func joinRuns(words []string, changed []bool) {
	for start := 0; start < len(words); start++ {
		end := start
		for end < len(words) && changed[end] {
			end++
		}
		// Move the run by one word after the other until it touches the next run.
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
