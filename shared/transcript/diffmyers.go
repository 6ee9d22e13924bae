package transcript

// differ compares two lists of words by the method of Myers in linear space ("An O(ND)
// Difference Algorithm and Its Variations", Algorithmica 1, 1986, section 4b). It looks
// for the shortest path through a grid that has the words of a along x and the words of
// b along y. A step to the right deletes a word of a, and a step down inserts a word of
// b. If the two words at a point are equal, a diagonal step is free.
type differ struct {
	a, b              []string
	deleted, inserted []bool // the result, for each word of a and of b
	limit             int    // how many changes split follows from either end
	steps             int    // how many steps were made so far
	// The method split follows paths from the first and from the last point of a
	// rectangle of the grid. reach holds how far these paths have come: reach[0] is for
	// the paths from the first point, and reach[1] for the paths from the last point.
	// Diagonal k has the points with x-y = k. reach[0][m+1+k] is the greatest x at which
	// a path from the first point has arrived on diagonal k. It is unreached if there is
	// no such path. reach[1] is the same for the paths from the last point, but there x
	// and y are the distances from the last point.
	reach     [2][]int
	left, top int // first point of the rectangle
	n, m      int // width and height of the rectangle
}

const (
	// diffWork is a limit for the comparison of two texts, or of all turns of two
	// transcripts. The comparison makes at most about twice this number of steps. In a
	// step (a call of differ.step), one path becomes longer by one change.
	diffWork  = 16 << 20
	unreached = -1
)

// newDiffer returns a differ for the words a and b. The argument work limits the
// comparison to about twice this number of steps. The steps grow with the number of
// words, and with the number of changes that the method split follows (the field limit).
// So if there are more words, limit is smaller.
func newDiffer(a, b []string, work int) *differ {
	size := len(a) + len(b) + 3
	return &differ{
		a: a, b: b,
		deleted: make([]bool, len(a)), inserted: make([]bool, len(b)),
		limit: min(work/size+1, 2048),
		reach: [2][]int{make([]int, size), make([]int, size)},
	}
}

// compare compares the words a[i:iEnd] with the words b[k:kEnd]. It sets deleted for
// the words of a to delete, and inserted for the words of b to insert.
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
		// A recursive call compares the smaller part, and this loop compares the larger
		// one. So the depth of the calls grows only with the logarithm of the length.
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

// split finds a point at which the comparison can be cut in two. The words to compare
// form a rectangle of the grid (see [differ]). The point is on the shortest path
// through the rectangle, and about half of the path's changes are before it.
//
// If the path has more changes than twice the limit, split gives up. Then it returns
// the farthest point that a path from one of the two ends has reached. The caller has
// removed equal words at both ends, so the point is neither the first nor the last
// point of the rectangle.
func (d *differ) split() (x, y int) {
	for _, reach := range d.reach {
		reach[d.m] = unreached
		reach[d.m+2] = 0 // from here, a step down leads to (0, 0)
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

// advance makes the paths from one end of the rectangle of words longer by one change.
// Afterwards each has the given number of changes. d.reach says how far the paths have
// come. The argument end is 0 for the paths from the first point of the rectangle, and 1
// for the paths from the last point.
//
// The argument done is the greatest number of changes of a path from the other end. If a
// path that advance has made longer now meets a path from the other end, advance returns
// the point where they meet. x and y of this point count from the first point of the
// rectangle if end is 0, and from the last point if end is 1. If no paths meet, x is
// unreached.
func (d *differ) advance(end, changes, done int) (x, y int) {
	reach, other := d.reach[end], d.reach[1-end]
	lowest := -changes
	if lowest < -d.m {
		lowest = -d.m + (changes-d.m)&1 // every other diagonal can be reached
	} else if changes > 0 {
		reach[d.m-changes] = unreached
	}
	if 0 < changes && changes <= d.n {
		reach[d.m+2+changes] = unreached
	}
	for k := lowest; k <= min(changes, d.n); k += 2 {
		d.steps++
		x := d.step(end, k)
		reach[d.m+1+k] = x
		// The paths from the other end number the diagonals in the opposite order. The
		// variable opposite is their number for diagonal k.
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

// step makes a path one change longer, and returns the greatest x that the path then
// has on diagonal k. This diagonal has the points with x-y = k of the grid (see
// [differ]). The change leads from a neighbouring diagonal to diagonal k. Then the path
// follows diagonal k while the words are equal, which is not a change. end is 0 for a
// path from the first point of the rectangle and 1 for one from the last. If no path
// leads to diagonal k, step returns unreached.
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

// farthest looks at the paths that split has followed from one end of the rectangle of
// words. It returns the point at which a path has come farthest from that end. end is 0
// for the first point of the rectangle and 1 for the last.
func (d *differ) farthest(end int) (x, y int) {
	for k := max(-d.limit, -d.m); k <= min(d.limit, d.n); k++ {
		if at := d.reach[end][d.m+1+k]; at != unreached && 2*at-k > x+y {
			x, y = at, at-k
		}
	}
	return x, y
}
