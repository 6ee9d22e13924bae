package reply

import (
	"errors"
	"io/fs"

	"quoteline/shared/transcript"
)

// FromStore converts an error of a transcript store to the error that clients get.
// [fs.ErrNotExist] becomes [NotFound]. [transcript.ErrWithdrawn] becomes [Gone]. Any
// other error is a server error and is returned unchanged.
func FromStore(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return NoTranscript()
	case errors.Is(err, transcript.ErrWithdrawn):
		return &Error{Code: Gone, Detail: "This transcript has been withdrawn."}
	}
	return err
}

// NoTranscript returns the error for an id that no transcript has.
func NoTranscript() error {
	return &Error{Code: NotFound, Detail: "There is no transcript with this id."}
}
