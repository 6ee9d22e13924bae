package cite

// month returns the English name of month n, from 1 to 12, and the form that the
// Associated Press uses before a day: "January" and "Jan." for 1.
func month(n int) (full, ap string) {
	switch n { // AP Stylebook: March to July are never abbreviated
	case 1:
		return "January", "Jan."
	case 2:
		return "February", "Feb."
	case 3:
		return "March", "March"
	case 4:
		return "April", "April"
	case 5:
		return "May", "May"
	case 6:
		return "June", "June"
	case 7:
		return "July", "July"
	case 8:
		return "August", "Aug."
	case 9:
		return "September", "Sept."
	case 10:
		return "October", "Oct."
	case 11:
		return "November", "Nov."
	}
	return "December", "Dec."
}

// splitDate splits a date such as "2023-11-29" into year, month and day. The day has no
// leading zero. ok is false if the date has another form, or if its month is not from 1
// to 12.
func splitDate(date string) (year string, m int, day string, ok bool) {
	if len(date) != 10 || date[4] != '-' || date[7] != '-' {
		return "", 0, "", false
	}
	for i := range len(date) {
		if i != 4 && i != 7 && (date[i] < '0' || date[i] > '9') {
			return "", 0, "", false
		}
	}
	m = int(date[5]-'0')*10 + int(date[6]-'0')
	day = date[8:]
	if day[0] == '0' {
		day = day[1:]
	}
	return date[:4], m, day, 1 <= m && m <= 12
}

// longDate returns a date such as "2023-11-29" in the form "29 November 2023". It
// returns any other text unchanged.
func longDate(date string) string {
	year, m, day, ok := splitDate(date)
	if !ok {
		return date
	}
	full, _ := month(m)
	return day + " " + full + " " + year
}

// apDate returns a date such as "2023-11-29" in the form "Nov. 29, 2023". It returns
// any other text unchanged.
func apDate(date string) string {
	year, m, day, ok := splitDate(date)
	if !ok {
		return date
	}
	_, ap := month(m)
	return ap + " " + day + ", " + year
}
