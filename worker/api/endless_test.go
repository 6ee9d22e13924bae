package api_test

// endless counts what is read of it.
type endless int

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	*e += endless(len(p))
	return len(p), nil
}
