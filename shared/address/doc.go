// Package address writes a reader's choices into the fragment of a page's address,
// and reads them from there:
//
//	#q=ab12&s=altman&topic=staff&find=board&only=hits
//
//	q      a turn or words of it, see transcript.Anchor
//	s      the speakers that are shown, by id, delimited by commas; "*" for all
//	topic  the topic that is shown, by id
//	find   the search as typed
//	only   "hits" if turns without a hit are hidden
//
// For a name that is missing, the element's attributes count. The first
// element of a page has these names, the second s2, topic2, find2 and only2, and so
// on; q is for all of them, because turns know their own ids. Anything else in a
// fragment belongs to the page and is not changed.
package address
