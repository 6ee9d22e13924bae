package ingest

import (
	"os"
	"path/filepath"
	"testing"
)

// TestDocuments reads each document of a word processor in testdata/documents. For
// a.docx, the file a.docx.want has the expected output of the function dump.
func TestDocuments(t *testing.T) {
	names, err := filepath.Glob("testdata/documents/*.[do][od][ct]*")
	if err != nil || len(names) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	for _, name := range names {
		if filepath.Ext(name) == ".want" {
			continue
		}
		t.Run(filepath.Base(name), func(t *testing.T) { checkDocument(t, name) })
	}
}

func checkDocument(t *testing.T, name string) {
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Ingest(src, Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := Decode(src, "")
	if err != nil {
		t.Fatal(err)
	}
	checkCovered(t, d.Text, r)
	again, err := Ingest([]byte(d.Text), Options{Remarks: d.Remarks})
	if err != nil || dump(again) != dump(r) {
		t.Errorf("the text of the document is read otherwise (error %v)", err)
	}
	if *update {
		if err := os.WriteFile(name+".want", []byte(dump(r)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, _ := os.ReadFile(name + ".want"); dump(r) != string(want) {
		t.Errorf("got\n%s\nwant\n%s", dump(r), want)
	}
}
