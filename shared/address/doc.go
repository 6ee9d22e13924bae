// Package address writes what a reader has chosen into the fragment of a page's
// address, and reads it there:
//
//	#q=ab12&s=altman&topic=staff&find=board&only=hits
//
//	q      a turn or words of it, see transcript.Anchor
//	s      the speakers that are left on, by id, with commas between; "*" for all
//	topic  the topic that is left, by id
//	find   the search as typed
//	only   "hits" when turns without a hit are left out
//
// A name that is missing stands for what the element's attributes say. The first
// element of a page has these names, the second s2, topic2, find2 and only2, and so
// on; q is for all of them, because turns know their own ids. Whatever else a
// fragment holds is the page's own and stays where it is.
package address
