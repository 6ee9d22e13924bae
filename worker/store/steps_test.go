//go:build !js

package store_test

import (
	"database/sql"
	"os"
	"testing"
	"unsafe"

	"modernc.org/libc"
	lib "modernc.org/sqlite/lib"
)

// countSteps runs the statement in a file on a copy of the database, which stays
// unchanged. It returns how many instructions SQLite's virtual machine needed, also in
// triggers. The package modernc.org/sqlite does not report this number, so the function
// calls SQLite's C interface.
func countSteps(t *testing.T, db *sql.DB, file string, values []any) int {
	t.Helper()
	statement, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	name := t.TempDir() + "/copy.db"
	if _, err := db.Exec("VACUUM INTO ?", name); err != nil {
		t.Fatal(err)
	}
	tls := libc.NewTLS()
	defer tls.Close()
	var texts []uintptr
	text := func(s string) uintptr { // a string of C, which is freed at the end
		p, err := libc.CString(s)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, p)
		return p
	}
	defer func() {
		for _, p := range texts {
			libc.Xfree(tls, p)
		}
	}()
	out := tls.Alloc(8) // a variable of C, into which SQLite writes an address
	defer tls.Free(8)
	address := func() uintptr { return **(**uintptr)(unsafe.Pointer(&out)) }
	check := func(code int32) {
		if code != lib.SQLITE_OK {
			t.Fatalf("%s: SQLite's error %d", file, code)
		}
	}
	check(lib.Xsqlite3_open_v2(tls, text(name), out, lib.SQLITE_OPEN_READWRITE, 0))
	conn := address()
	defer lib.Xsqlite3_close_v2(tls, conn)
	check(lib.Xsqlite3_prepare_v2(tls, conn, text(string(statement)), -1, out, 0))
	prepared := address()
	defer lib.Xsqlite3_finalize(tls, prepared)
	for i, value := range values {
		switch value := value.(type) {
		case int:
			check(lib.Xsqlite3_bind_int64(tls, prepared, int32(i+1), int64(value)))
		case string:
			check(lib.Xsqlite3_bind_text(tls, prepared, int32(i+1), text(value), -1, 0))
		}
	}
	code := int32(lib.SQLITE_ROW)
	for code == lib.SQLITE_ROW {
		code = lib.Xsqlite3_step(tls, prepared)
	}
	if code != lib.SQLITE_DONE {
		t.Fatalf("%s: SQLite's error %d", file, code)
	}
	return int(lib.Xsqlite3_stmt_status(tls, prepared, lib.SQLITE_STMTSTATUS_VM_STEP, 0))
}
