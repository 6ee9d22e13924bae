package ingest

import "quoteline/shared/ingest/internal/compose"

// Slug makes an id from a name: "Ann O’Neill" becomes "ann-o-neill". It keeps digits
// and Latin letters, in lower case and without accents. Other characters become
// hyphens. If nothing remains, the id is "speaker". Two different names may have the
// same id.
func Slug(name string) string { return compose.Slug(name) }
