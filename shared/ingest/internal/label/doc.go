// Package label recognises speakers' labels, such as "Ada:", in a text. It decides
// whether a text is a name, a label, or the end of a sentence. It does not depend on the
// format of the source.
package label
