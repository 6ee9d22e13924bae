//go:build js && wasm

// Wasm is the program of the <quote-timeline> element. One instance serves every element
// of a page.
//
// The JavaScript interface is one function, which the program gives its loader
// (web/quote-timeline.js) at the start:
//
//	mount(root, json, options) → step
//	step(stop) → null, {goTo(id), filter(wishes), attribute(name, value), html(), unmount()} or a string
//
// Root is the container of the server's markup, json the transcript as a Uint8Array, and
// options an object of strings, which dom.Options documents. Wishes are strings too:
// speaker, topic, q and only. The program takes over the markup that it finds, or writes
// it if there is none, step by step: while step returns null, there is more to do. Called
// with an argument, step gives up. The string says why a transcript cannot be shown.
package main

import (
	"quoteline/wasm/dom"
	"quoteline/wasm/widget"
)

// main keeps the program alive for its callbacks. TinyGo's build begins at start instead,
// see entry_tinygo.go.
func main() {
	serve()
	select {}
}

func serve() {
	host, err := dom.Open()
	if err != nil {
		println(err.Error())
		return
	}
	host.Serve(func(m dom.Mounting) func() (*dom.Program, error) {
		return widget.Mount(host, m)
	})
}
