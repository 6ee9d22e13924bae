package main

import (
	"fmt"
	"runtime"
)

// input has what functions are called with: a form of text, or a form of transcript.
// There are three sizes of it: small, twice as large, and four times as large. For each
// text there is also a transcript, whose only answer is this text.
type input struct {
	shape  string
	texts  []string // nil for a transcript of many parts
	scenes []*scene
}

// inputs returns all inputs with which functions are called. factor multiplies their
// sizes.
func inputs(factor int) []input {
	var all []input
	for _, s := range shapes() {
		in := input{shape: s.name}
		for _, times := range [...]int{1, 2, 4} {
			text := s.text(times * factor * textSize)
			in.texts = append(in.texts, text)
			in.scenes = append(in.scenes, newScene(said(text)))
		}
		all = append(all, in)
	}
	for _, k := range talks() {
		in := input{shape: k.name}
		for _, times := range [...]int{1, 2, 4} {
			in.scenes = append(in.scenes, newScene(k.make(times*factor*talkSize)))
		}
		all = append(all, in)
	}
	return all
}

// measure calls the probe's function with the input in three sizes. It returns how many
// steps each call took. It returns nil if the function reads texts and the input is not
// a text.
func (p *probe) measure(in *input) []int64 {
	var steps []int64
	switch {
	case p.talk != nil:
		for _, s := range in.scenes {
			steps = append(steps, count(p.talk(s)))
		}
	default:
		for _, text := range in.texts {
			steps = append(steps, count(p.text(text)))
		}
	}
	return steps
}

// judge measures how the steps grow with an input. If they grow too fast, or if there
// are too many for each byte, it returns the numbers of steps as a text. Otherwise it
// returns "". Now and then the program gets more memory during a call, which takes
// thousands of steps. So if the steps grow too fast, judge measures the function again,
// and uses the smaller number for each size.
func (p *probe) judge(in *input) string {
	steps := p.measure(in)
	if p.fault(steps) == "" {
		return p.costly(in, steps)
	}
	for i, again := range p.measure(in) {
		steps[i] = min(steps[i], again)
	}
	return p.fault(steps)
}

// fault returns "" if the steps do not grow too fast. Otherwise it returns the numbers of
// steps as a text, as in "[100 400 1600] steps".
func (p *probe) fault(steps []int64) string {
	if len(steps) == 0 {
		return ""
	}
	first, half, last := float64(steps[0]), float64(steps[1]), float64(steps[2])
	if last <= growth*growth*first+slack || last <= growth*half+slack || last <= float64(p.most) {
		return ""
	}
	return fmt.Sprint(steps, " steps")
}

// costly returns "" if the function takes few enough steps for each byte of the longest
// text. Otherwise it returns the number of steps for a byte as a text.
func (p *probe) costly(in *input, steps []int64) string {
	most, judged := p.each[in.shape]
	if !judged || len(in.texts) == 0 {
		return ""
	}
	last := len(in.texts) - 1
	if each := steps[last] / int64(len(in.texts[last])); each > most {
		return fmt.Sprint(each, " steps for each byte, at most ", most)
	}
	return ""
}

// count makes a prepared call, and returns the number of its steps.
func count(call func()) int64 {
	before := taken()
	call()
	return taken() - before
}

// collect runs the garbage collector if much memory is in use. The collector is off
// during calls, because its own steps would be counted.
func collect() {
	var m runtime.MemStats
	if runtime.ReadMemStats(&m); m.HeapAlloc > 1<<30 {
		runtime.GC()
	}
}
