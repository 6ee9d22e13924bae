package transcript

// differ compares two texts by the method of Myers in linear space ("An O(ND)
// Difference Algorithm and Its Variations", Algorithmica 1, 1986, section 4b). It
// looks for the shortest way through a grid with the words of a along x and those of b
// along y: a step to the right deletes a word, a step down inserts one, and where
// both words are equal a diagonal step is free.
type differ struct {
	a, b              []string
	deleted, inserted []bool // result, by word of a and of b
	limit             int    // of changes from either end, in split
	// Memory of split: how far a number of changes leads from the first and from the
	// last point of a part of the grid. It is the greatest x on diagonal k, where x-y = k,
	// at m+1+k, or unreached. Seen from the last point, x and y count backwards.
	reach     [2][]int
	left, top int // first point of the part
	n, m      int // its size
}

const (
	// diffWork bounds the steps of one comparison, to about twice as many.
	diffWork  = 16 << 20
	unreached = -1
)

// newDiffer returns a differ for a and b. The more words they have, the lower its
// limit is, so that the work of all parts together is bounded.
func newDiffer(a, b []string) *differ {
	size := len(a) + len(b) + 3
	return &differ{
		a: a, b: b,
		deleted: make([]bool, len(a)), inserted: make([]bool, len(b)),
		limit: min(diffWork/size+1, 2048),
		reach: [2][]int{make([]int, size), make([]int, size)},
	}
}

// compare marks the changes between a[i:iEnd] and b[k:kEnd].
func (d *differ) compare(i, iEnd, k, kEnd int) {
	for {
		for i < iEnd && k < kEnd && d.a[i] == d.b[k] {
			i, k = i+1, k+1
		}
		for i < iEnd && k < kEnd && d.a[iEnd-1] == d.b[kEnd-1] {
			iEnd, kEnd = iEnd-1, kEnd-1
		}
		if i == iEnd || k == kEnd {
			break
		}
		d.left, d.top, d.n, d.m = i, k, iEnd-i, kEnd-k
		x, y := d.split()
		// The smaller part is compared by a call, so that the calls nest only as deep as
		// the logarithm of the length.
		if 2*(x+y) <= d.n+d.m {
			x, y = i+x, k+y
			d.compare(i, x, k, y)
			i, k = x, y
		} else {
			x, y = i+x, k+y
			d.compare(x, iEnd, y, kEnd)
			iEnd, kEnd = x, y
		}
	}
	for ; i < iEnd; i++ {
		d.deleted[i] = true
	}
	for ; k < kEnd; k++ {
		d.inserted[k] = true
	}
}

// split returns a point of the shortest way through the part, with about half of
// its changes on either side. If the way has more changes than twice the limit, it
// returns the point that is the farthest from its end instead. The part's first
// words differ, and so do its last, so that the point is neither end.
func (d *differ) split() (x, y int) {
	for _, reach := range d.reach {
		reach[d.m] = unreached
		reach[d.m+2] = 0 // a step down from there leads to (0, 0)
	}
	for changes := range d.limit + 1 {
		if x, y := d.advance(0, changes, changes-1); x != unreached {
			return x, y
		}
		if x, y := d.advance(1, changes, changes); x != unreached {
			return d.n - x, d.m - y
		}
	}
	x, y = d.farthest(0)
	if u, v := d.farthest(1); u+v > x+y {
		return d.n - u, d.m - v
	}
	return x, y
}

// advance sets what changes lead to from one end, by what one change less led to.
// If that meets what done changes led to from the other end, it returns the
// point, else unreached.
func (d *differ) advance(end, changes, done int) (x, y int) {
	reach, other := d.reach[end], d.reach[1-end]
	lowest := -changes
	if lowest < -d.m {
		lowest = -d.m + (changes-d.m)&1 // every other diagonal
	} else if changes > 0 {
		reach[d.m-changes] = unreached
	}
	if 0 < changes && changes <= d.n {
		reach[d.m+2+changes] = unreached
	}
	for k := lowest; k <= min(changes, d.n); k += 2 {
		x := d.step(end, k)
		reach[d.m+1+k] = x
		// The same diagonal, counted from the other end.
		opposite := d.n - d.m - k
		if x == unreached || opposite < -done || opposite > done {
			continue
		}
		if rest := other[d.m+1+opposite]; rest != unreached && x+rest >= d.n {
			return x, x - k
		}
	}
	return unreached, 0
}

// step returns the greatest x on diagonal k that one change, from a diagonal next
// to it, and free steps lead to.
func (d *differ) step(end, k int) int {
	x := unreached
	if above := d.reach[end][d.m+2+k]; above != unreached && above-k <= d.m {
		x = above
	}
	if left := d.reach[end][d.m+k]; left != unreached && left < d.n {
		x = max(x, left+1)
	}
	for x != unreached && x < d.n && x-k < d.m {
		i, j := x, x-k
		if end == 1 {
			i, j = d.n-1-i, d.m-1-j
		}
		if d.a[d.left+i] != d.b[d.top+j] {
			break
		}
		x++
	}
	return x
}

// farthest returns the point that is the farthest from the end it was reached from.
func (d *differ) farthest(end int) (x, y int) {
	for k := max(-d.limit, -d.m); k <= min(d.limit, d.n); k++ {
		if at := d.reach[end][d.m+1+k]; at != unreached && 2*at-k > x+y {
			x, y = at, at-k
		}
	}
	return x, y
}
