//go:build js && wasm

package widget

import "quoteline/shared/reader"

// mostVersions is how many earlier versions of a transcript are fetched, at most, to
// find the words that a link quotes. It is used if the present version does not have
// these words.
const mostVersions = 8

// followLink shows the turn that a link names, or the words that it quotes. If the
// transcript no longer has them, followLink sends a request to the server to find out
// what became of them.
func (u *urlState) followLink(link string) {
	f := u.state.Follow(link)
	switch {
	case f.Turn == 0:
		u.show()
	case f.Scroll:
		u.scrollToTurn(f.Turn, false)
	default:
		u.showTurn(f.Turn)
		u.reportSelect(f.Turn)
	}
	switch f.Seek {
	case reader.SeekNearest:
		u.seekNearest(f)
	case reader.SeekWords:
		u.seekWords(f)
	case reader.SeekNewest:
		u.seekNewest(f)
	}
}

// goToTurn goes to turn n because the reader has chosen the turn. It writes a link to
// the turn into the page's address, scrolls to the turn, and moves the focus there.
func (u *urlState) goToTurn(n int) {
	if u.state.Turn(n) == nil {
		return
	}
	u.hidePreview()
	_, fragment := u.address()
	next, write := u.state.TurnURL(n, fragment)
	if !write || u.writeFragment(next, true) == nil {
		u.state.Name(n)
	}
	u.scrollToTurn(n, true)
	u.list.row(n).Query(".num").Focus()
}

// nameTurn applies a new value of the <quote-timeline> element's attribute turn. It
// goes to the turn with that id, unless the page's address names another turn.
func (u *urlState) nameTurn(id string) {
	switch turn, changed := u.state.SetTurn(id); {
	case !changed:
	case turn > 0:
		u.scrollToTurn(turn, false)
	default:
		u.show()
	}
}

// seekWords looks for the words that a link quotes in earlier versions of the
// transcript, because the turn no longer has them. It then shows how the words have
// changed.
func (u *urlState) seekWords(f reader.Followed) {
	words := u.state.Rewording(f)
	u.scope.Versions(u.dataURL(), f.ID, u.state.Transcript.Version, mostVersions, words.Try, func(err error) {
		if u.state.Link() != f.Link {
			return // meanwhile the reader has followed another link
		}
		if err != nil {
			u.reportError(err)
		}
		u.state.Reworded(words)
		u.show()
	})
}

// seekNearest is called for a link to a turn that the transcript no longer has. It asks
// the server which turn is nearest to the removed turn, and scrolls to the nearest
// turn.
func (u *urlState) seekNearest(f reader.Followed) {
	u.scope.Nearest(u.dataURL()+"/turns/"+f.ID, f.ID, func(id string, err error) {
		switch {
		case u.state.Link() != f.Link:
		case err != nil:
			u.reportError(err)
		default:
			if n := u.state.Nearest(id); n > 0 {
				u.scrollToTurn(n, false)
			}
		}
	})
}

// seekNewest is called for a link to words that the transcript has. It asks the server
// whether the transcript is the newest version, and only then says that the words are
// unchanged. If there is a newer version, the loader (web/program.js) starts the widget
// again with that version, and the new widget follows the link.
func (u *urlState) seekNewest(f reader.Followed) {
	u.scope.Newest(u.elements.body, func(newest bool, err error) {
		switch {
		case u.state.Link() != f.Link:
		case err != nil:
			u.reportError(err)
		case newest:
			u.state.Confirm(f)
			u.show()
		}
	})
}

// dataURL returns the address of the transcript's JSON on the server.
func (u *urlState) dataURL() string {
	return u.options.Base + "/v1/transcripts/" + u.state.Transcript.ID
}
