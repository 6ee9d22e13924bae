//go:build gc.precise && tinygo.wasm

package runtime

// The widget's memory is collected between events, when no running function can hold a
// pointer. Within an event alloc grows the heap, and the program calls GC at the event's
// end (see wasm/entry_tinygo.go). build.sh copies this file into TinyGo's runtime, and
// collect-between-events.patch makes alloc and GC call it.

var (
	gcSpare     uintptr // bytes that were free after the last collection or came since
	gcCollected uint64  // gcTotalAlloc at the last collection
)

// collectIfWorth collects once half of the spare bytes are in use, so that the next
// event does not have to grow the heap.
func collectIfWorth() { collectFrom(gcSpare / 2) }

// collectEarly collects once an eighth of the spare bytes is in use. It is called while
// the page is idle, so that few events have to collect.
func collectEarly() { collectFrom(gcSpare / 8) }

func collectFrom(used uintptr) {
	if uintptr(gcTotalAlloc-gcCollected) >= used {
		gcSpare = runGC()
		gcCollected = gcTotalAlloc
	}
}

// growHeapFor grows the heap by a quarter, or by more if an object of that size (in
// bytes) needs it. WebAssembly memory never shrinks, so it does not grow by more.
func growHeapFor(size uintptr) bool {
	pages := wasm_memory_size(wasmMemoryIndex)
	// Two further pages hold the states of the new blocks, up to 8 MB of blocks.
	more := max(pages/4, int32(size/wasmPageSize+size/wasmPageSize/32)+2)
	if wasm_memory_grow(wasmMemoryIndex, more) == -1 {
		return false
	}
	gcSpare += uintptr(more) * wasmPageSize
	setHeapEnd(uintptr(pages+more) * wasmPageSize)
	return true
}
