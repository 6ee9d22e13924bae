package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Azure returns the format of Azure Speech. The batch transcription writes a list
// "recognizedPhrases", in which each phrase has several alternative texts. The fast
// transcription writes a list "phrases".
func Azure() draft.Format {
	return speechFormat("azure-json", func(root *node) bool {
		list := azurePhrases(root)
		return len(list) > 0 && (list[0].member("nBest") != nil || list[0].firstOf("offsetMilliseconds", "offset") != nil)
	}, readAzure)
}

// azurePhrases returns the list of phrases.
func azurePhrases(root *node) []node { return root.firstOf("recognizedPhrases", "phrases").items() }

// azurePhrase is a phrase with its words and times.
type azurePhrase struct {
	n, text    *node
	channel    int // number of the channel; 0 if it is unknown
	start, end transcript.Offset
}

// readAzure reads the phrases of Azure Speech. If the recording has several channels, the
// phrases are sorted by time, because the file may list all phrases of one channel first.
func readAzure(d *speech, root *node) string {
	list := azurePhrases(root)
	channels := varies(list, "channel")
	phrases := make([]azurePhrase, 0, len(list))
	for i := range list {
		if p := phraseOf(&list[i]); p.text.isString() {
			phrases = append(phrases, p)
		}
	}
	// If there are several channels, the file may list all phrases of one channel first.
	// So the phrases are sorted by time. A phrase without a speaker gets the name of its
	// channel.
	if channels {
		draft.InTime(phrases, func(p *azurePhrase) int { return p.channel }, func(p *azurePhrase) float64 { return startMillis(p.start) })
	}
	for _, p := range phrases {
		speaker, channel := p.n.member("speaker"), p.n.member("channel")
		if speaker == nil && channels && channel != nil {
			speaker = channel
			d.speakerNames[channel.text] = "Channel " + channel.text
		}
		d.beginSpeech(speaker, p.start, p.end, p.text.at())
		d.addString(p.text, ' ')
		d.MarkDirection()
	}
	return "phrases, as Azure Speech writes them; phrases: " + strconv.Itoa(len(list))
}

// phraseOf returns a phrase with its text and times. If there are several alternative
// texts, the first one is the best. The member "display" has punctuation, and "lexical"
// has none.
func phraseOf(n *node) azurePhrase {
	p := azurePhrase{n: n, text: n.member("text")}
	if channel := n.member("channel"); channel != nil {
		p.channel, _ = strconv.Atoi(channel.text)
	}
	if best := n.member("nBest").items(); len(best) > 0 {
		p.text = best[0].firstOf("display", "lexical")
	}
	var length transcript.Offset
	switch {
	case n.member("offsetInTicks") != nil:
		p.start, length = n.member("offsetInTicks").offset(source.UnitTicks), n.member("durationInTicks").offset(source.UnitTicks)
	case n.member("offsetMilliseconds") != nil:
		p.start, length = n.member("offsetMilliseconds").offset(source.UnitMillis), n.member("durationMilliseconds").offset(source.UnitMillis)
	default: // previews of fast transcription write milliseconds, other versions "PT1.5S"
		p.start, length = n.member("offset").offset(source.UnitMillis), n.member("duration").offset(source.UnitMillis)
	}
	p.end = after(p.start, length)
	return p
}
