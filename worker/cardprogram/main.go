// The cardprogram program draws cards in the Worker: the pictures that other sites show
// with a link, see package card. It is a program of its own for two reasons. TinyGo makes
// it a quarter of the size that it would have in the Worker's program. And it is started
// only if a card is drawn.
//
// worker/shim/cards.mjs runs it. The program does no I/O and calls no JavaScript, so both
// TinyGo and standard Go can build it. Each card is drawn by a new instance (a running
// copy), so no memory has to be freed.
package main

func main() {}
