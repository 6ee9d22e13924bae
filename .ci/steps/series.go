package main

import (
	"fmt"
	"runtime"
)

// input is a text, or a transcript of one turn with this text, or a transcript of many
// parts. It is made in three sizes, each twice the one before.
type input struct {
	shape  string
	texts  []string // nil for a transcript of many parts
	scenes []*scene
}

// inputs returns all inputs. Their sizes are multiplied by factor.
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

// measure returns the steps of a function for the three sizes of an input. It returns
// nil if the function has no use for the input.
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

// judge says how the steps grow with an input, if they grow too fast. Now and then the
// memory grows during a call, which takes thousands of steps. So a fault is measured
// again, and each size counts with its smaller number.
func (p *probe) judge(in *input) string {
	steps := p.measure(in)
	if p.fault(steps) == "" {
		return ""
	}
	for i, again := range p.measure(in) {
		steps[i] = min(steps[i], again)
	}
	return p.fault(steps)
}

// fault says how the steps grow, if they grow too fast. Otherwise it returns "".
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

// count calls a function and returns its steps.
func count(call func()) int64 {
	before := taken()
	call()
	return taken() - before
}

// collect frees memory if much is in use. No garbage is collected during a call, because
// that would take steps as well.
func collect() {
	var m runtime.MemStats
	if runtime.ReadMemStats(&m); m.HeapAlloc > 1<<30 {
		runtime.GC()
	}
}
