package label

// Remember returns a function with the results of f. It calls f once for each different
// name, because a source has few names, and repeats them.
func Remember(f func(name string) bool) func(name string) bool {
	results := map[string]bool{}
	return func(name string) bool {
		result, ok := results[name]
		if !ok {
			result = f(name)
			results[name] = result
		}
		return result
	}
}
