package main

import "unsafe"

// message is the message from JavaScript, and result is the answer to it. JavaScript
// writes and reads them between the calls of this program. As they are global variables,
// the garbage collector keeps their memory between the calls.
var message, result []byte

// buffer makes room for a message of n bytes, and returns the address. Then
// worker/shim/cards.mjs writes the message there, and calls draw.
//
//lint:ignore U1000 cards.mjs calls it
//go:wasmexport buffer
func buffer(n uint32) unsafe.Pointer {
	message = make([]byte, n)
	return unsafe.Pointer(unsafe.SliceData(message))
}

// draws draws the card (the picture shown with a link) that the message describes. It
// returns the address of the answer.
//
//lint:ignore U1000 cards.mjs calls it
//go:wasmexport draw
func draws() unsafe.Pointer {
	result = answer(message)
	return unsafe.Pointer(unsafe.SliceData(result))
}
