package main

// constant lists exported functions of shared/ that need no probe (a measured call).
// Their receiver or a parameter contains text, but the length of the text does not change
// the number of their steps. The value is the reason.
var constant = map[string]string{
	"ingest.Budget.Answer":           "adds a number to a field",
	"ingest.Budget.Copies":           "adds a number to a field",
	"ingest.Budget.Cues":             "adds a number to a field",
	"ingest.Budget.Labels":           "adds a number to a field",
	"ingest.Budget.Steps":            "adds a number to a field",
	"ingest.Budget.Turns":            "adds a number to a field",
	"ingest.Budget.Values":           "adds a number to a field",
	"ingest.Budget.Exceeded":         "returns a field",
	"ingest.Position.Step":           "reads one character",
	"ingest.SpanKind.MarshalText":    "returns a short name",
	"ingest.SpanKind.String":         "returns an element of an array",
	"ingest.SpanKind.UnmarshalText":  "compares the text with eleven short names",
	"ingest.Budget.Used":             "returns a field",
	"messages.Table.AppendNumber":    "reads a number and one wording, the separator",
	"messages.Table.AppendShare":     "reads a number and one wording, the separator",
	"messages.Table.Count":           "returns an element of an array",
	"messages.Table.Month":           "reads one wording, which has the twelve months",
	"messages.Table.Say":             "returns an element of an array",
	"reader.List.Len":                "returns the length of a field",
	"reader.List.Marked":             "returns a field of one element",
	"reader.List.Near":               "returns a field of one element",
	"reader.State.Confirm":           "sets a field",
	"reader.State.Dragging":          "returns a field",
	"reader.State.Land":              "sets a field",
	"reader.State.Link":              "returns a field",
	"reader.State.Turn":              "returns an element",
	"reader.State.Typing":            "returns a field",
	"render.StripSteps":              "reads a number",
	"timeline.Layout.NextCorrection": "returns an element",
	"timeline.Line.Transcript":       "returns a field",
	"transcript.Anchor.Whole":        "compares two numbers",
	"transcript.Parser.Offset":       "returns a field",
}
