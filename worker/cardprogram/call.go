package main

import (
	"encoding/binary"
	"errors"

	"quoteline/shared/card"
	"quoteline/worker/draw"
)

// answer draws the card (the picture shown with a link) that a message from JavaScript
// describes. The message has two parts or more: first the description of the card, and
// then the fonts that the card needs, in the order of [card.Card.Fonts]. Before each part
// is its length, in four bytes, little-endian.
//
// The result begins with 1 and the length of the picture, each in four bytes. If there is
// an error, the result begins with 0 and the length of a text with the error.
func answer(message []byte) []byte {
	picture, err := drawn(message)
	if err != nil {
		return block(0, []byte(err.Error()))
	}
	return block(1, picture)
}

func block(ok uint32, body []byte) []byte {
	b := binary.LittleEndian.AppendUint32(nil, ok)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(body)))
	return append(b, body...)
}

var errShort = errors.New("the message ended too early")

func drawn(message []byte) ([]byte, error) {
	description, rest, ok := cut(message)
	if !ok {
		return nil, errShort
	}
	d, err := card.Parse(string(description))
	if err != nil {
		return nil, err
	}
	var fonts draw.Fonts
	for _, name := range d.Fonts() {
		var file []byte
		if file, rest, ok = cut(rest); !ok {
			return nil, errShort
		}
		if err := fonts.Add(name, file); err != nil {
			return nil, err
		}
	}
	return draw.Draw(d, &fonts)
}

// cut divides a message into its first part and the rest. ok is false if the message is
// too short for the length that it begins with.
func cut(message []byte) (part, rest []byte, ok bool) {
	if len(message) < 4 {
		return nil, nil, false
	}
	n := binary.LittleEndian.Uint32(message)
	rest = message[4:]
	if uint64(n) > uint64(len(rest)) {
		return nil, nil, false
	}
	return rest[:n], rest[n:], true
}
