//go:build js && wasm

// Wasm is the program behind the <quote-timeline> element: one instance serves
// every element of a page.
//
// The JavaScript surface is one function, which the program gives its loader
// (web/quote-timeline.js) at the start:
//
//	mount(root, json, options) → step
//	step(stop) → null, {goTo(id), filter(wishes), attribute(name, value), html(), unmount()} or a string
//
// Root is the container of the server's markup, json the transcript as a
// Uint8Array, options an object of strings, which dom.Options documents; wishes
// are strings as well: speaker, topic, q and only. The program takes over the markup that
// it finds, or writes it where there is none, step by step: while step gives null, there is
// more to do; with an argument it gives up. The string says why a transcript cannot be shown.
package main

import (
	"quoteline/wasm/dom"
	"quoteline/wasm/widget"
)

// main keeps the program alive for its callbacks. TinyGo's build starts at
// start instead, see entry_tinygo.go.
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
