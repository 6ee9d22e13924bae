//go:build js && wasm

// Wasm is the WebAssembly program of the <quote-timeline> element. One running copy
// (instance) of the program serves all elements of a page.
//
// At its start the program passes to its loader (web/program.js) one function, mount.
// The loader calls mount for every element:
//
//	mount(root, json, options) → step
//	step(stop) → null, a handle, or a string
//	handle = {goTo(id), filter(criteria), attribute(name, value), html(), unmount()}
//
// Root is the element's shadow root, which may contain the server's markup. Json is the
// transcript as a Uint8Array. Options is an object of strings, see dom.Options.
//
// Each call step() does a part of the work, so that the page stays responsive. It
// returns null while there is more to do. At the end it returns the handle, or a string
// that says why the transcript cannot be shown. If the loader calls step("stop"), or
// passes another argument, the work ends early.
//
// If the server's markup shows the same version of the transcript, the program leaves
// it in the page. Otherwise the program writes new markup.
//
// Criteria is an object of strings, each of which may be missing. Its members are
// "speaker" (ids, delimited by commas), "topic" (an id), "q" (the words to search for)
// and "only" (with the value "true", the turns in which the search finds nothing are
// hidden).
package main

import (
	"quoteline/wasm/dom"
	"quoteline/wasm/widget"
)

// main passes the program's functions to JavaScript. It must not return, because
// JavaScript calls the functions later. In TinyGo's build, JavaScript calls start
// instead of main, see entry_tinygo.go.
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
