//go:build js && wasm

package widget

import (
	"quoteline/shared/reader"
	"quoteline/wasm/dom"
)

// mostVersions is how many earlier versions are fetched to find words that are gone.
const mostVersions = 8

// followLink shows what a link names.
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
	}
}

// goToTurn goes to turn n because the reader asked for it: the address names it, and the
// focus goes there.
func (u *urlState) goToTurn(n int) {
	if u.state.Turn(n) == nil {
		return
	}
	u.hidePreview()
	_, fragment := dom.Address()
	next, write := u.state.TurnURL(n, fragment)
	if !write || u.host.WriteFragment(next, true) == nil {
		u.state.Name(n)
	}
	u.scrollToTurn(n, true)
	u.list.row(n).Query(".num").Focus()
}

// nameTurn makes the turn with that id the one that the element names, and goes to it
// unless the address names another.
func (u *urlState) nameTurn(id string) {
	switch turn, changed := u.state.SetTurn(id); {
	case !changed:
	case turn > 0:
		u.scrollToTurn(turn, false)
	default:
		u.show()
	}
}

// seekWords looks for the words of a link in the versions before this one, and shows
// what has become of them.
func (u *urlState) seekWords(f reader.Followed) {
	words := u.state.Rewording(f)
	u.scope.Versions(u.dataURL(), f.ID, u.state.Transcript.Version, mostVersions, words.Try, func(err error) {
		if u.state.Link() != f.Link {
			return // the reader has followed another
		}
		if err != nil {
			u.reportError(err)
		}
		u.state.Reworded(words)
		u.show()
	})
}

// seekNearest asks where a turn was that the transcript does not have, and shows the
// turn that is nearest to it.
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

// dataURL returns the address of the transcript at the endpoint.
func (u *urlState) dataURL() string {
	return u.options.Base + "/v1/transcripts/" + u.state.Transcript.ID
}
