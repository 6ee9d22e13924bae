package jsonform

import "quoteline/shared/ingest/internal/draft"

// Oyez returns the format of Oyez (an archive of the US Supreme Court). The transcript
// is a list of sections. A section is a list of turns, and a turn is a list of text
// blocks.
func Oyez() draft.Format {
	return speechFormat("oyez-json", func(root *node) bool {
		sections := oyezSections(root)
		return len(sections) > 0 && sections[0].member("turns").items() != nil
	}, readOyez)
}

// oyezSections returns the sections of a transcript of Oyez.
func oyezSections(root *node) []node {
	if t := root.member("transcript"); t != nil {
		root = t
	}
	return root.member("sections").items()
}

// readOyez reads a transcript of Oyez.
func readOyez(d *speech, root *node) string {
	d.Captioned = false
	sections := oyezSections(root)
	for s := range sections {
		for _, turn := range sections[s].member("turns").items() {
			d.oyezTurn(&turn)
		}
	}
	return "sections with turns with text_blocks"
}

// oyezTurn adds a turn of an Oyez transcript. Each of its text blocks becomes a
// paragraph.
func (d *speech) oyezTurn(turn *node) {
	d.beginSpeech(turn.get("speaker", "name"), turn.member("start").seconds(), turn.member("stop").seconds(), turn.at())
	for _, block := range turn.member("text_blocks").items() {
		d.addString(block.member("text"), '\n')
	}
}
