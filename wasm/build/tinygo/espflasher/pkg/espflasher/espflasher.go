// Package espflasher replaces the module tinygo.org/x/espflasher, which flashes ESP32
// boards. The Go module proxy does not serve that module. Only "tinygo flash", which
// this project does not use, calls that module. This package declares only the names
// without which TinyGo's main.go does not compile.
package espflasher

import (
	"errors"
	"io"
)

// ResetMode says how a board is reset before flashing.
type ResetMode int

// ResetUSBJTAG resets through the USB-JTAG peripheral.
const ResetUSBJTAG ResetMode = 0

// StdoutLogger writes progress to W.
type StdoutLogger struct{ W io.Writer }

// Options are the settings of a Flasher.
type Options struct {
	Compress  bool
	Logger    *StdoutLogger
	ResetMode ResetMode
}

// DefaultOptions returns the zero Options.
func DefaultOptions() *Options { return &Options{} }

// Flasher is a board that can be flashed. New never returns one.
type Flasher struct{}

// New always fails with errors.ErrUnsupported.
func New(port string, opts *Options) (*Flasher, error) { return nil, errors.ErrUnsupported }

// Close does nothing.
func (*Flasher) Close() error { return nil }

// ChipName returns the empty string.
func (*Flasher) ChipName() string { return "" }

// EraseFlash always fails with errors.ErrUnsupported.
func (*Flasher) EraseFlash(progress func(done, total int)) error { return errors.ErrUnsupported }

// FlashImage always fails with errors.ErrUnsupported.
func (*Flasher) FlashImage(image []byte, offset uint32, progress func(done, total int)) error {
	return errors.ErrUnsupported
}

// Reset does nothing.
func (*Flasher) Reset() {}
