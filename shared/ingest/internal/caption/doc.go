// Package caption reads files of captions: WebVTT, SubRip and similar formats. Each
// caption has a start and an end time, and lines of text.
package caption
