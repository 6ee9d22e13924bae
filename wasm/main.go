//go:build js && wasm

// Wasm is the WebAssembly program of the <quote-timeline> element. One instance of it
// serves every element of a page.
//
// At its start the program gives its loader (web/program.js) one function, mount, which
// the loader calls for every element:
//
//	mount(root, json, options) → step
//	step(stop) → null, a handle, or a string
//	handle = {goTo(id), filter(criteria), attribute(name, value), html(), unmount()}
//
// Root is the element's shadow root, which may contain the server's markup. Json is the
// transcript as a Uint8Array. Options is an object of strings, see dom.Options.
//
// Each call step() does a part of the work, so that the page stays responsive. Step
// returns null while there is more to do. At the end it returns the handle, or a string
// with the reason why the transcript cannot be shown. A call with an argument,
// step("stop"), ends the work early. The program keeps the server's markup if it shows
// the same version of the transcript, and writes the markup itself otherwise.
//
// Criteria is an object of strings, each of which may be missing: speaker (ids, delimited
// by commas), topic (an id), q (the words to search for) and only ("true" hides the turns
// in which the search finds nothing).
package main

import (
	"quoteline/wasm/dom"
	"quoteline/wasm/widget"
)

// main keeps the program running, because JavaScript calls it back later. In TinyGo's
// build the loader calls start instead of main, see entry_tinygo.go.
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
