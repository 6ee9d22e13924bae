package main

import "unsafe"

// message is the memory of the message from JavaScript, and result that of the answer.
// They are global variables so that the garbage collector keeps them between two calls.
var message, result []byte

// buffer returns the address of n bytes. worker/shim/cards.mjs writes a message there.
//
//lint:ignore U1000 cards.mjs calls it
//go:wasmexport buffer
func buffer(n uint32) unsafe.Pointer {
	message = make([]byte, n)
	return unsafe.Pointer(unsafe.SliceData(message))
}

// draws draws the card in the buffer. It returns the address of the answer.
//
//lint:ignore U1000 cards.mjs calls it
//go:wasmexport draw
func draws() unsafe.Pointer {
	result = answer(message)
	return unsafe.Pointer(unsafe.SliceData(result))
}
