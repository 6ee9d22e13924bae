package ingest

import (
	"slices"
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// recogniseJSON reads src as JSON of the first format that fits.
func recogniseJSON(src *source, l *ledger) (*draft, Format, error) {
	root, err := parseJSON(src)
	if err != nil {
		return nil, Format{}, err
	}
	if root.member("schema") != nil && root.member("turns") != nil {
		return readOwn(src, root)
	}
	if html := root.member("text"); html.isString() && isOTranscribe(root, html) {
		return readOTranscribe(src, root, html, l)
	}
	for _, read := range []func(*source, *node) (*jsonDraft, string){
		readSegments, readPodloveGroups, readWhisperCpp, readDeepgramWords, readAWS, readRev, readOyez, readAssemblyWords,
	} {
		if d, why := read(src, root); d != nil {
			d.describe(root)
			d.report(root)
			return d.draft, Format{d.form, "JSON: " + why}, nil
		}
	}
	return nil, Format{}, src.fault(root.at.Start, "JSON, but in no transcript format that is known here",
		"the formats are Podcasting 2.0, Podlove, Whisper, Deepgram, AssemblyAI, AWS Transcribe, Rev, oTranscribe, Oyez and quoteline")
}

// describe takes over what the source says about itself.
func (d *jsonDraft) describe(root *node) {
	for _, path := range [][]string{{"title"}, {"transcript", "title"}} {
		if n := root.get(path...); n.isString() && d.found.Title == "" {
			d.found.Title = cleanName(n.text)
			d.account(SpanMeta, n.inner())
		}
	}
	for _, path := range [][]string{{"language"}, {"result", "language"}, {"language_code"}, {"results", "language_code"}} {
		if n := root.get(path...); n.isString() && d.found.Lang == "" && isLanguage(n.text) {
			d.found.Lang = n.text
			d.account(SpanMeta, n.inner())
		}
	}
}

// isLanguage reports whether s is a language tag such as en or en-US. Some
// tools write en_us or english, which are none.
func isLanguage(s string) bool {
	for i := range len(s) {
		switch b := s[i] | 0x20; {
		case i == 2 && s[i] == '-' && len(s) == 5:
		case b < 'a' || b > 'z':
			return false
		}
	}
	return len(s) == 2 || len(s) == 5
}

// report lists the members that are not used, with how often they appear.
func (d *jsonDraft) report(root *node) {
	c := fieldCount{at: map[string]transcript.Range{}, times: map[string]int{}, used: d.stretches}
	slices.SortStableFunc(c.used, func(a, b stretch) int { return a.Start - b.Start })
	c.count("", root)
	for _, path := range c.order {
		d.remark(c.at[path], Remark{
			Kind: RemarkUnused, Level: LevelInfo,
			Done:         "not used: " + path + ", " + strconv.Itoa(c.times[path]) + " times",
			Alternatives: []string{"add what it says by hand"},
		})
	}
}

// fieldCount counts the fields whose values are in no stretch.
type fieldCount struct {
	order []string
	at    map[string]transcript.Range
	times map[string]int
	used  []stretch // in order
	next  int
}

func (c *fieldCount) count(path string, n *node) {
	switch n.kind {
	case '{':
		for i := range n.members {
			name := n.names[i]
			if len(name) > maxNameRunes { // a path is for reading
				name = strings.ToValidUTF8(name[:maxNameRunes], "") + "…"
			}
			c.count(path+"/"+name, &n.members[i])
		}
	case '[':
		for i := range n.members {
			c.count(path+"/*", &n.members[i])
		}
	default:
		for c.next < len(c.used) && c.used[c.next].End <= n.at.Start {
			c.next++
		}
		if n.used || c.next < len(c.used) && c.used[c.next].Start < n.at.End {
			return
		}
		if c.times[path]++; c.times[path] == 1 && len(c.order) < maxRemarks {
			c.order = append(c.order, path)
			c.at[path] = n.at
		}
	}
}

// readPodloveGroups reads Podlove's grouped transcripts.
func readPodloveGroups(src *source, root *node) (*jsonDraft, string) {
	list := root.items()
	if list == nil {
		list = root.member("transcripts").items()
	}
	if len(list) == 0 || list[0].member("items").items() == nil {
		return nil, ""
	}
	d := newJSONDraft(src)
	d.form = "podlove-json"
	for i := range list {
		for k, item := range list[i].member("items").items() {
			speaker := list[i].first("voice", "speaker")
			d.say(speaker, item.member("start_ms").millis(), item.member("end_ms").millis(), item.at)
			d.last().silent = k > 0
			d.words(item.member("text"), ' ')
		}
	}
	return d, "groups with items"
}

// readWhisperCpp reads the JSON of whisper.cpp.
func readWhisperCpp(src *source, root *node) (*jsonDraft, string) {
	list := root.member("transcription").items()
	if len(list) == 0 || list[0].member("offsets") == nil {
		return nil, ""
	}
	d := newJSONDraft(src)
	d.form = "whisper-json"
	for i := range list {
		n := &list[i]
		d.say(n.member("speaker"), n.get("offsets", "from").millis(), n.get("offsets", "to").millis(), n.at)
		d.words(n.member("text"), ' ')
		d.settleNote()
	}
	return d, "transcription with offsets, as whisper.cpp writes it"
}

// readOyez reads the transcripts of Oyez: sections with turns with text blocks.
func readOyez(src *source, root *node) (*jsonDraft, string) {
	n := root
	if t := root.member("transcript"); t != nil {
		n = t
	}
	sections := n.member("sections").items()
	if len(sections) == 0 || sections[0].member("turns").items() == nil {
		return nil, ""
	}
	d := newJSONDraft(src)
	d.form, d.captioned = "oyez-json", false
	for s := range sections {
		for _, turn := range sections[s].member("turns").items() {
			d.oyezTurn(&turn)
		}
	}
	return d, "sections with turns with text_blocks"
}

func (d *jsonDraft) oyezTurn(turn *node) {
	d.say(turn.get("speaker", "name"), turn.member("start").seconds(), turn.member("stop").seconds(), turn.at)
	for _, block := range turn.member("text_blocks").items() {
		d.words(block.member("text"), '\n')
	}
}
