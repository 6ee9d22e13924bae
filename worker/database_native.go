//go:build !js

package main

import (
	"context"

	"quoteline/worker/api"
	"quoteline/worker/store"
)

// published returns only the transcripts that are compiled into the program, because
// this build has no database.
func published(files *store.Files) api.Store { return files }

// allow allows every request: this build has no rate limits.
func allow(context.Context, api.Limit, string) (bool, error) { return true, nil }
