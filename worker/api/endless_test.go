package api_test

// endless is a reader that never ends. Its value is the number of bytes read.
type endless int

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	*e += endless(len(p))
	return len(p), nil
}
