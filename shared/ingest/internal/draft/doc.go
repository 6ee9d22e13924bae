// Package draft has what the formats have in common. A [Format] reads a source into a
// [Draft]: the cues (pieces of text by one speaker), the remarks (entries of the
// report), and the kind of each range of the source. A [Ledger] makes the decisions
// that an editor can reverse. The package also has the [Report] and the [Meta] data.
package draft
