package ingest

import (
	"cmp"

	"quoteline/shared/ingest/internal/caption"
	"quoteline/shared/ingest/internal/dialogue"
	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/jsonform"
	"quoteline/shared/ingest/internal/linguistic"
	"quoteline/shared/ingest/internal/page"
	"quoteline/shared/ingest/internal/record"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/ingest/internal/table"
	"quoteline/shared/ingest/internal/xmlform"
)

// formats lists the formats for one kind of source, such as JSON. The source is read in
// the first format that fits. So a format with stricter conditions is before a format
// with weaker ones. The last format of each kind accepts every source of that kind.
func formats(k source.Kind) []func() draft.Format {
	// Example: AssemblyAI looks for a list "utterances" and AssemblyAIWords for a list of
	// words. The service writes both lists into one file, so AssemblyAI is first.
	switch k {
	case source.KindJSON:
		return []func() draft.Format{
			jsonform.Quoteline,
			jsonform.OTranscribe,
			jsonform.Podcasting20,
			jsonform.Podlove,
			jsonform.PodloveList,
			jsonform.AssemblyAIStream,
			jsonform.DeepgramStream,
			jsonform.AWSStream,
			jsonform.ElevenLabs,
			jsonform.Soniox,
			jsonform.Gladia,
			jsonform.Otter,
			jsonform.YouTube,
			jsonform.AssemblyAI,
			jsonform.Deepgram,
			jsonform.AWSCallAnalytics,
			jsonform.Whisper,
			jsonform.WhisperSpeakers,
			jsonform.WhisperChunks,
			jsonform.WhisperList,
			jsonform.PodloveGroups,
			jsonform.WhisperCpp,
			jsonform.DeepgramWords,
			jsonform.AWSTranscribe,
			jsonform.Speechmatics,
			jsonform.Watson,
			jsonform.Azure,
			jsonform.Google,
			jsonform.Vosk,
			jsonform.Rev,
			jsonform.Oyez,
			jsonform.AssemblyAIWords,
			jsonform.WhisperWords,
			jsonform.Labelled,
			jsonform.TextOnly,
			jsonform.Unknown,
		}
	case source.KindHTML:
		return []func() draft.Format{
			caption.SAMI,
			page.Hyperaudio,
			page.Podcasting20,
			page.Shown,
		}
	case source.KindXML:
		return []func() draft.Format{
			xmlform.TTML,
			xmlform.TimedText,
			xmlform.TEI,
			xmlform.AkomaNtoso,
			xmlform.CompteRendu,
			xmlform.Hansard,
			xmlform.ELAN,
			xmlform.Transcriber,
			xmlform.Unknown,
		}
	}
	return []func() draft.Format{
		caption.WebVTT,
		linguistic.TextGrid,
		linguistic.CHAT,
		linguistic.STM,
		linguistic.Refused,
		caption.SubRip,
		caption.SubStation,
		caption.LRC,
		caption.CCExtractor,
		caption.MicroDVD,
		caption.MPL2,
		caption.TMPlayer,
		record.Spacelog,
		record.Congressional,
		table.CSV,
		table.Bars,
		table.Tabs,
		dialogue.InBrackets,
		dialogue.Styled,
		dialogue.Plain,
	}
}

// recognise reads src in the first format that fits.
func recognise(src *source.Source, l *draft.Ledger) (*draft.Draft, draft.Recognised, error) {
	if src.Kind == source.KindText {
		if err := src.CountLines(); err != nil {
			return nil, draft.Recognised{}, err
		}
	}
	n := draft.Nested{Text: recognise, Dialogue: dialogue.Styled().Read, Shown: page.Text}
	for _, format := range formats(src.Kind) {
		f := format()
		if !f.Detect(src) {
			continue
		}
		d, why, err := f.Read(src, l, n)
		if err != nil {
			return nil, draft.Recognised{}, err
		}
		if d != nil {
			return d, draft.Recognised{Name: cmp.Or(d.Format, f.Name), Why: why}, nil
		}
	}
	return draft.New(src), draft.Recognised{}, nil
}
