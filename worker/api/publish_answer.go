package api

import (
	"net/http"

	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// publication is the JSON body of the answer to a PUT.
type publication struct {
	ID       string             `json:"id"`
	Version  int                `json:"version"`
	ETag     string             `json:"etag"` // of the stored JSON, for the If-Match field of the next PUT
	URL      string             `json:"url"`
	Page     string             `json:"page"`
	Changes  changes            `json:"changes"`
	Warnings []transcript.Fault `json:"warnings"`

	created bool // the id was unknown or withdrawn before this PUT
}

// changes lists the ids of the turns that differ between a new version and the version
// before it.
type changes struct {
	Inserted []string             `json:"inserted"`
	Removed  []transcript.Removal `json:"removed"`
	Reworded []string             `json:"reworded"`
}

// changesOf compares two versions. It returns the turns that were inserted, removed and
// reworded. [transcript.Diff] would also find out which turns moved and which words
// changed, and takes ten times as long.
func changesOf(previous, next *transcript.Transcript, removed []transcript.Removal) changes {
	c := changes{Inserted: []string{}, Removed: removed, Reworded: []string{}}
	before := make(map[string]*transcript.Turn, len(previous.Turns))
	for i := range previous.Turns {
		before[previous.Turns[i].ID] = &previous.Turns[i]
	}
	for i := range next.Turns {
		turn := &next.Turns[i]
		switch was := before[turn.ID]; {
		case was == nil:
			c.Inserted = append(c.Inserted, turn.ID)
		case was.Speaker != turn.Speaker || was.Text != turn.Text:
			c.Reworded = append(c.Reworded, turn.ID)
		}
	}
	return c
}

// replyPublished returns the answer to a PUT. The status is 201 if the transcript is
// new or had been withdrawn (unpublished). Otherwise it is 200.
func (a *api) replyPublished(p *publication) (*reply.Answer, error) {
	body, err := encode(p)
	if err != nil {
		return nil, err
	}
	answer := reply.Uncached("application/json", body)
	a.purge(answer.Header, p.ID)
	if p.created {
		answer.Status = http.StatusCreated
		answer.Header.Set("Location", p.URL)
	}
	return answer, nil
}
