//go:build js && wasm

// Studio is the program of the studio, where editors make a transcript of their
// text. It runs in a Web Worker, so that the page responds while a long source is
// read. Standard Go builds it: it links all of ingest, which is large, and only
// editors load it.
//
// The JavaScript surface is one function, which the program puts into the worker's
// global object __studio:
//
//	call(name, question, body) → answer
//
// Name is that of a call of [desk.Session]. Question and answer are JSON as
// Uint8Arrays, body is a Uint8Array or undefined. After an error the answer is a
// string: a [desk.Failure] as JSON. The object's progress function is called at the
// start of each stage of a reading, with its number and the number of stages.
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
	// A struct of strings and numbers always encodes.
	b, _ := json.Marshal(desk.FailureOf(err))
	return string(b)
}

// bytesOf copies a Uint8Array; undefined has no bytes.
func bytesOf(v js.Value) []byte {
	if v.IsUndefined() {
		return nil
	}
	b := make([]byte, v.Length())
	js.CopyBytesToGo(b, v)
	return b
}
