package messages

// Category is a plural category of a language, as a position in the list of the
// categories that this language uses. The list is in the order zero, one, two, few,
// many, other. In English, "one" is 0 and "other" is 1.
type Category int

// category returns the plural category of n in the table's language, by CLDR's cardinal
// rules for whole numbers. n must be 0 or more.
func (t *Table) category(n int) Category {
	switch t.phrases[Lang] {
	case "zh", "ja":
		return 0 // the category "other", the only one
	case "ar":
		return arabicCategory(n)
	case "he":
		return pick(n == 1, n == 2)
	case "es":
		return pick(n == 1, isMillions(n))
	case "fr", "pt":
		return pick(n <= 1, isMillions(n))
	}
	return pick(n == 1)
}

// pick returns the position of the first test that is true. If no test is true, it
// returns the number of tests, which is the category "other".
func pick(tests ...bool) Category {
	for i, holds := range tests {
		if holds {
			return Category(i)
		}
	}
	return Category(len(tests))
}

func isMillions(n int) bool { return n != 0 && n%1_000_000 == 0 }

func arabicCategory(n int) Category {
	rest := n % 100
	return pick(n == 0, n == 1, n == 2, 3 <= rest && rest <= 10, 11 <= rest)
}
