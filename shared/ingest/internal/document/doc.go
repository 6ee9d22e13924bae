// Package document turns the documents of word processors into text: DOCX (Office Open
// XML, ECMA-376) and ODT (OpenDocument 1.3). The text is then read like any other text. A
// paragraph becomes a line with an empty line after it, and a row of a table becomes a
// line with tabs. Comments and footnotes are left out, and so are words that are deleted,
// struck out or hidden. A remark (an entry of the report) says so.
package document
