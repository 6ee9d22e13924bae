//go:build js && wasm

package main

import (
	"database/sql"

	"github.com/syumai/workers/cloudflare/d1"

	"quoteline/worker/api"
	"quoteline/worker/shim"
	"quoteline/worker/store"
)

// published adds the transcripts of the database to the compiled-in ones. A
// deployment without the database serves only the latter.
func published(files *store.Files) api.Store {
	connector, err := d1.OpenConnector("DB")
	if err != nil {
		return files
	}
	return store.Combine(files, store.NewDatabase(sql.OpenDB(shim.Connector{Connector: connector})))
}
