//go:build js && wasm

package main

import (
	"database/sql"

	"github.com/syumai/workers/cloudflare/d1"

	"quoteline/worker/api"
	"quoteline/worker/shim"
	"quoteline/worker/store"
)

// published returns a store with two kinds of transcripts: those that are compiled into
// the program, and those in the database. If the deployment has no database, the store
// has only the compiled-in transcripts.
func published(files *store.Files) api.Store {
	connector, err := d1.OpenConnector("DB")
	if err != nil {
		return files
	}
	return store.Combine(files, store.NewDatabase(sql.OpenDB(shim.Connector{Connector: connector})))
}
