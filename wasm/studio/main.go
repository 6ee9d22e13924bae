//go:build js && wasm

// Studio is the WebAssembly program of the studio, the page on which an editor turns a
// source text into a transcript. The program runs in a Web Worker, so that the page stays
// responsive while a long source is read. The program contains the whole importer
// (package ingest), so standard Go compiles it and not TinyGo. The program is large, but
// only editors load it.
//
// The worker's script sets a global object, __studio. The program adds one function to it:
//
//	call(name, question, body) → answer
//
// Name is a name that [desk.Session.Call] accepts. Question and answer are JSON as
// Uint8Arrays. Body is a Uint8Array or undefined. If the call fails, the answer is a
// string instead: a [desk.Failure] as JSON. While a source is read, the program calls the
// object's function progress(stage, stages) at the start of each stage. Stage is the number
// of that stage, and stages the number of all stages.
package main

import (
	"encoding/json"
	"syscall/js"

	"quoteline/shared/ingest"
	"quoteline/wasm/studio/desk"
)

func main() {
	host := js.Global().Get("__studio")
	session := &desk.Session{Progress: func(s ingest.Stage) {
		host.Call("progress", int(s), ingest.Stages)
	}}
	host.Set("call", js.FuncOf(func(_ js.Value, args []js.Value) any {
		answer, err := session.Call(args[0].String(), bytesOf(args[1]), bytesOf(args[2]))
		if err != nil {
			return failure(err)
		}
		out := js.Global().Get("Uint8Array").New(len(answer))
		js.CopyBytesToJS(out, answer)
		return out
	}))
	select {}
}

func failure(err error) string {
	// The error can be ignored: a Failure contains only strings and numbers, so Marshal
	// cannot fail.
	b, _ := json.Marshal(desk.FailureOf(err))
	return string(b)
}

// bytesOf copies the bytes of a Uint8Array. It returns nil for undefined.
func bytesOf(v js.Value) []byte {
	if v.IsUndefined() {
		return nil
	}
	b := make([]byte, v.Length())
	js.CopyBytesToGo(b, v)
	return b
}
