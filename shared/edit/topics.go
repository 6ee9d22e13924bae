package edit

import (
	"slices"

	"quoteline/shared/transcript"
)

// beginTopic begins a topic at turn i. The topic ends where the next topic begins. If
// a topic already begins at turn i, beginTopic only changes the topic's label. The
// result is "", or the reason why the change is not possible.
func (w *work) beginTopic(i int, id, label string) string {
	label = Line(label)
	if label == "" {
		return "A topic has a name."
	}
	if w.begins(i) {
		w.relabel(w.t.Turns[i].Topics[0], label)
		return ""
	}
	if id == "" || w.topicIndex(id) >= 0 {
		return "There is a topic with this id already."
	}
	w.insertTopic(i, transcript.Topic{ID: id, Label: label})
	w.cover(i, []string{id})
	return ""
}

// endTopic removes the beginning of a topic at turn i. The topic of the turn before i
// then also covers the turns of the removed topic. The result is "", or the reason
// why the change is not possible.
func (w *work) endTopic(i int) string {
	if !w.begins(i) {
		return "No topic begins at this turn."
	}
	var before []string
	if i > 0 {
		before = w.t.Turns[i-1].Topics
	}
	w.cover(i, before)
	return ""
}

// begins reports whether a topic begins at turn i: the turn has topics, and they
// differ from those of the turn before.
func (w *work) begins(i int) bool {
	topics := w.t.Turns[i].Topics
	return len(topics) > 0 && (i == 0 || !slices.Equal(topics, w.t.Turns[i-1].Topics))
}

// cover replaces the topics of turn i. It does the same for the turns after turn i, up
// to the first turn whose topics differ from the old topics of turn i.
func (w *work) cover(i int, topics []string) {
	old := w.t.Turns[i].Topics
	for k := i; k < len(w.t.Turns) && slices.Equal(w.t.Turns[k].Topics, old); k++ {
		w.t.Turns[k].Topics = topics
	}
}

// insertTopic inserts a topic into the transcript's list of topics. The new topic
// comes after the topics of the nearest turn before i that has topics.
func (w *work) insertTopic(i int, topic transcript.Topic) {
	at := 0
	for k := i - 1; k >= 0 && at == 0; k-- {
		for _, id := range w.t.Turns[k].Topics {
			at = max(at, w.topicIndex(id)+1)
		}
	}
	w.t.Topics = slices.Insert(w.t.Topics, at, topic)
}

func (w *work) relabel(id, label string) {
	if i := w.topicIndex(id); i >= 0 {
		w.t.Topics[i].Label = label
	}
}

func (w *work) topicIndex(id string) int {
	return slices.IndexFunc(w.t.Topics, func(t transcript.Topic) bool { return t.ID == id })
}

// dropTopics removes unused topics from the transcript's list of topics. A topic is
// unused if no turn has it.
func (w *work) dropTopics() {
	used := map[string]bool{}
	for i := range w.t.Turns {
		for _, id := range w.t.Turns[i].Topics {
			used[id] = true
		}
	}
	w.t.Topics = slices.DeleteFunc(w.t.Topics, func(t transcript.Topic) bool { return !used[t.ID] })
}
