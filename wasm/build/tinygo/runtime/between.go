//go:build gc.precise && tinygo.wasm

package runtime

// The widget's memory is collected between events, when no function is running that
// could hold a pointer: alloc grows the heap instead, and the program calls GC at the
// end of an event (see wasm/entry_tinygo.go). build.sh puts this file into TinyGo's
// runtime and lets alloc and GC call it.

var (
	gcSpare     uintptr // bytes that were free after the last collection or came since
	gcCollected uint64  // gcTotalAlloc at the last collection
)

// collectIfWorth collects once half of what was spare is in use, so that the next
// event will not have to grow the heap.
func collectIfWorth() { collectFrom(gcSpare / 2) }

// collectEarly is for a moment in which nobody waits: it collects as soon as an eighth
// is in use, so that hardly an event has to.
func collectEarly() { collectFrom(gcSpare / 8) }

func collectFrom(used uintptr) {
	if uintptr(gcTotalAlloc-gcCollected) >= used {
		gcSpare = runGC()
		gcCollected = gcTotalAlloc
	}
}

// growHeapFor grows the heap by a quarter, or by what an object of that size takes in
// bytes. A page does not get memory back, so there should not be much too much.
func growHeapFor(size uintptr) bool {
	pages := wasm_memory_size(wasmMemoryIndex)
	// Two pages more hold the states of the new blocks, up to 8 MB of them.
	more := max(pages/4, int32(size/wasmPageSize+size/wasmPageSize/32)+2)
	if wasm_memory_grow(wasmMemoryIndex, more) == -1 {
		return false
	}
	gcSpare += uintptr(more) * wasmPageSize
	setHeapEnd(uintptr(pages+more) * wasmPageSize)
	return true
}
