package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"quoteline/shared/ingest"
)

// job has the arguments of the command "quoteline ingest".
type job struct {
	input, meta, report string // file names; input may be "-"
	encoding            string // of the input; "" finds it out
	undo, apply, take   []string
}

// parseJob reads the arguments of the command "quoteline ingest".
func parseJob(args []string) (*job, error) {
	j := &job{}
	flags := flag.NewFlagSet("ingest", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&j.meta, "meta", "", "")
	flags.StringVar(&j.report, "report", "", "")
	flags.StringVar(&j.encoding, "encoding", "", "")
	flags.Func("undo", "", appendTo(&j.undo))
	flags.Func("apply", "", appendTo(&j.apply))
	flags.Func("take", "", appendTo(&j.take))
	if err := flags.Parse(args); err != nil {
		return nil, fmt.Errorf("%w\n%w", err, errUsage)
	}
	if flags.NArg() != 1 {
		return nil, errUsage
	}
	j.input = flags.Arg(0)
	return j, nil
}

// appendTo returns a function for a flag that may be given several times. The function
// appends each value of the flag to list.
func appendTo(list *[]string) func(string) error {
	return func(s string) error {
		*list = append(*list, s)
		return nil
	}
}

// ingestCommand reads a transcript file. It prints the transcript as JSON, and a report
// on how it read the file.
func ingestCommand(args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	j, err := parseJob(args)
	if err != nil {
		return err
	}
	src, err := read(j.input, stdin)
	if err != nil {
		return err
	}
	o := ingest.Options{Undo: j.undo, Apply: j.apply, Take: j.take, Encoding: j.encoding}
	if o.Meta, err = readMeta(j.meta); err != nil {
		return err
	}
	result, err := ingest.Ingest(src, o)
	if err != nil {
		return refusal{fmt.Errorf("%s: %w", j.input, err)}
	}
	// The report is printed before the transcript is checked. If the check fails, the
	// report helps the editor to correct the file.
	if err := j.writeReport(result.Report, stderr); err != nil {
		return err
	}
	if err := check(result); err != nil {
		return refusal{fmt.Errorf("%s: %w", j.input, err)}
	}
	return encode(stdout, result.Transcript)
}

// check returns an error if the transcript is not valid. If the report says that
// metadata is missing, check only makes sure that the transcript has turns.
func check(r *ingest.Result) error {
	if len(r.Transcript.Turns) == 0 {
		return errors.New("no speaker was found")
	}
	if len(r.Report.Missing) > 0 {
		return nil
	}
	return r.Transcript.Validate().Err()
}

// read returns the content of the file called name. If name is "-", it returns the
// standard input.
func read(name string, stdin io.Reader) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(stdin)
	}
	return os.ReadFile(name)
}

// readMeta reads the JSON file with the transcript's metadata. If name is "", it
// returns empty metadata. It returns an error for an unknown field, so that a misspelt
// field is noticed.
func readMeta(name string) (ingest.Meta, error) {
	var m ingest.Meta
	if name == "" {
		return m, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return m, err
	}
	defer f.Close()
	dec := json.NewDecoder(f)
	dec.DisallowUnknownFields()
	if err := dec.Decode(&m); err != nil {
		return m, refusal{fmt.Errorf("%s: %w", name, err)}
	}
	return m, nil
}

// writeReport prints the report on how the file was read, as text. If the flag -report
// was given, writeReport also writes the report as JSON to the file that the flag
// names.
func (j *job) writeReport(r *ingest.Report, stderr io.Writer) error {
	if _, err := stderr.Write(appendReport(nil, j.input, r)); err != nil {
		return err
	}
	if j.report == "" {
		return nil
	}
	f, err := os.Create(j.report)
	if err != nil {
		return err
	}
	return errors.Join(encode(f, r), f.Close())
}

// encode writes v to w as JSON. It does not escape the characters <, > and &, as
// [json.Marshal] would.
func encode(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
