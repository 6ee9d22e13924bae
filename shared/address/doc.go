// Package address writes a reader's choices into the fragment of a page's address, and
// reads them from there:
//
//	#q=ab12&s=altman&topic=staff&find=board&only=hits
//
//	q      a link to a turn or to words of a turn, see transcript.Anchor
//	s      the speakers that are shown, by id, delimited by commas; "*" for all
//	topic  the topic that is shown, by id
//	find   the search as typed
//	only   "hits" if turns without a hit are hidden
//
// A page can show several transcripts, each in an element. The first element uses these
// names, the second uses s2, topic2, find2 and only2, and so on. If a name is missing in
// the fragment, the value of an attribute of the element is used. All elements use q,
// because each looks up the turn's id in its own transcript. Any other text in a
// fragment belongs to the page and is not changed.
//
// Pages with a hash router have their route in the fragment. Then the values follow the
// route as its query, because the router would take them for a part of the route
// otherwise:
//
//	#/story/12?q=ab12&s=altman
package address
