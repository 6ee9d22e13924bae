package main

import (
	"bytes"
	"encoding/binary"
	"image/png"
	"os"
	"testing"

	"quoteline/shared/card"
)

// messageOf returns a message as JavaScript writes it.
func messageOf(parts ...[]byte) (m []byte) {
	for _, part := range parts {
		m = binary.LittleEndian.AppendUint32(m, uint32(len(part)))
		m = append(m, part...)
	}
	return m
}

func fontFile(t *testing.T, name string) []byte {
	t.Helper()
	file, err := os.ReadFile("../../web/fonts/" + name + ".ttf")
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestAnswer(t *testing.T) {
	description := (&card.Card{Words: "I like blue."}).Append(nil)
	serif, sans, bold := fontFile(t, "serif"), fontFile(t, "sans"), fontFile(t, "bold")
	whole := messageOf(description, serif, sans, bold)
	for name, tc := range map[string]struct {
		message []byte
		ok      uint32
	}{
		"whole":         {whole, 1},
		"empty":         {nil, 0},
		"cut":           {whole[:len(whole)-1], 0},
		"a font less":   {messageOf(description, serif, sans), 0},
		"a bad font":    {messageOf(description, serif, sans, []byte("x")), 0},
		"a bad card":    {messageOf([]byte("c 0\n"), serif, sans, bold), 0},
		"a huge length": {[]byte{0xff, 0xff, 0xff, 0xff}, 0},
	} {
		got := answer(tc.message)
		ok, body := binary.LittleEndian.Uint32(got), got[8:]
		if ok != tc.ok || int(binary.LittleEndian.Uint32(got[4:])) != len(body) || len(body) == 0 {
			t.Errorf("%s: %d with %d bytes", name, ok, len(body))
		}
		if _, err := png.Decode(bytes.NewReader(body)); (err == nil) != (tc.ok == 1) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
