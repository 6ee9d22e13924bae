// Package record reads the printed records of institutions: the US Congressional
// Record, and the transcripts of space missions in Spacelog.
package record
