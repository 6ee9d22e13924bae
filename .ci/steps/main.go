// Steps finds work that grows faster than its input. It calls each exported function of
// shared/ with inputs of three sizes, each twice the one before, and counts the steps. A
// step is a call of a function or a turn of a loop, also in the standard library. The
// count does not depend on the machine, unlike time. The script run.sh builds the
// program so that it counts, and runs it.
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

// The smallest sizes of the inputs. Each is also tried twice and four times as large.
const (
	textSize = 1 << 10 // bytes
	talkSize = 1 << 9  // turns, speakers, topics ...
)

// An input twice as large may take at most growth times the steps, and slack more. The
// memory of lists and maps grows in leaps. So it is a fault only if the largest input
// takes too many steps both compared with the input before and with the smallest.
const (
	growth = 2.3
	slack  = 8000
)

// shown is for how many shapes of its input a function is reported.
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

// run measures all probes whose names begin with word, and prints the faults.
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
