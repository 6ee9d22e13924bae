// Package jsonform reads transcripts in JSON, such as those of speech recognition. The
// JSON is parsed once into a tree of nodes, which have their ranges in the source. Each
// format then looks for its members in the tree.
package jsonform
