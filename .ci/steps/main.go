// Steps finds functions whose work grows faster than their input. It measures each
// exported function of shared/ that reads text. It calls the function with an input,
// with one twice as large, and with one four times as large, and counts the steps of
// each call. A step is a call of a function or one round of a loop, also in the
// standard library. Unlike time, this count does not depend on the machine. The script
// run.sh builds the program, adds the counter, and runs it.
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

// These are the smallest sizes of the inputs. The other two sizes of each input are twice
// and four times as large.
const (
	textSize = 1 << 10 // bytes
	talkSize = 1 << 9  // turns, speakers, topics ...
)

// If an input is twice as large, a function may take growth × n + slack steps instead of
// n. The steps for the large input are compared with those for the middle input, and with
// those for the small input. A function is reported only if both comparisons fail,
// because a list or a map grows in leaps: it seldom gets more memory, but then it gets a
// lot.
const (
	growth = 2.3
	slack  = 8000
)

// shown is how many inputs are printed for one function at most.
const shown = 5

func main() {
	factor, word := 1, ""
	if len(os.Args) > 1 {
		factor, _ = strconv.Atoi(os.Args[1])
	}
	if len(os.Args) > 2 {
		word = os.Args[2]
	}
	if factor < 1 {
		fmt.Fprintln(os.Stderr, "usage: run.sh [FACTOR] [NAME]")
		os.Exit(2)
	}
	calls, faults := run(factor, word)
	fmt.Printf("%d functions and shapes, %d grow too fast\n", calls, faults)
	if faults > 0 || calls == 0 {
		os.Exit(1)
	}
}

// run measures all probes whose names begin with the argument word. A probe is a
// measured call of one function. The argument factor multiplies the sizes of the
// inputs. run prints each input for which the steps of a function grow too fast. It
// returns the number of pairs of a function and an input, and the number of those pairs
// whose steps grow too fast.
func run(factor int, word string) (calls, faults int) {
	all := inputs(factor)
	for _, p := range probes() {
		if !strings.HasPrefix(p.name, word) {
			continue
		}
		found := 0
		for i := range all {
			calls++
			if fault := p.judge(&all[i]); fault != "" {
				if found++; found <= shown {
					fmt.Println(p.name + ": " + all[i].shape + ": " + fault)
				}
			}
		}
		if found > shown {
			fmt.Println(p.name+":", found-shown, "more shapes")
		}
		faults += found
		collect()
	}
	return calls, faults
}
