//go:build gc.precise && tinygo.wasm

package runtime

// This file determines when TinyGo's garbage collector runs in the widget: only between
// two events, when no running function can hold a pointer. During an event, memory that
// is needed is added to the heap. At the end of the event the program calls runtime.GC
// (see wasm/entry_tinygo.go).
//
// build.sh copies this file into TinyGo's runtime, and applies
// collect-between-events.patch, which changes two functions of the runtime. With the
// patch, alloc calls growHeapFor, and GC calls collectIfWorth.

var (
	gcSpare     uintptr // bytes that were free after the last collection or came since
	gcCollected uint64  // gcTotalAlloc at the last collection
)

// collectIfWorth runs the garbage collector if enough memory has been used since the last
// collection. The memory available since then is the memory that the collection left
// free, and the memory that was added to the heap later. At least half of it must have
// been used. So the next event usually finds enough free memory and does not have to grow
// the heap.
func collectIfWorth() { collectFrom(gcSpare / 2) }

// collectEarly runs the garbage collector like collectIfWorth, but already if an eighth
// of the available memory has been used. It is called while the page is idle. So the
// collector seldom has to run at the end of an event, where it would delay the reader.
func collectEarly() { collectFrom(gcSpare / 8) }

func collectFrom(used uintptr) {
	if uintptr(gcTotalAlloc-gcCollected) >= used {
		gcSpare = runGC()
		gcCollected = gcTotalAlloc
	}
}

// growHeapFor makes room on the heap for an object of the given size in bytes. It makes
// the heap a quarter larger, or larger than that if the object needs more. It does not
// double the heap, because WebAssembly memory can never shrink again.
func growHeapFor(size uintptr) bool {
	pages := wasm_memory_size(wasmMemoryIndex)
	// TinyGo divides the heap into blocks and records the state of each block, such as
	// free or in use. The records take a 64th of the heap: two pages (128 KB) for 8 MB of
	// blocks. So the heap grows by at least the object's size, a 32nd of that size and
	// two pages.
	more := max(pages/4, int32(size/wasmPageSize+size/wasmPageSize/32)+2)
	if wasm_memory_grow(wasmMemoryIndex, more) == -1 {
		return false
	}
	gcSpare += uintptr(more) * wasmPageSize
	setHeapEnd(uintptr(pages+more) * wasmPageSize)
	return true
}
