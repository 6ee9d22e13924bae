//go:build js && wasm

// Studio is the program behind the studio, where editors make a transcript of
// their text. It runs in a Web Worker, so that the page answers while a long
// source is read, and standard Go builds it: it links what ingest needs, which
// is much, and only editors load it.
//
// The JavaScript surface is one function, which the program puts into the object
// that its worker holds out as the global __studio:
//
//	call(name, question, body) → answer
//
// Name is that of a call of [desk.Session], question and answer are JSON as
// Uint8Arrays, body a Uint8Array or undefined. Where something went wrong, the
// answer is a string: a [desk.Failure] as JSON. The object's progress function
// is called with the number of each stage of a reading as it begins, and with how many
// there are.
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
