package source

import "testing"

func TestCheckLength(t *testing.T) {
	for n, refused := range map[int]bool{0: false, 1<<31 - 1: false, 1 << 31: true, 1 << 40: true} {
		if err := checkLength(n); (err != nil) != refused {
			t.Errorf("a text of %d bytes: %v", n, err)
		}
	}
}
