package store

import (
	"context"
	"database/sql"
	_ "embed"
	"encoding/json"

	"quoteline/shared/transcript"
)

// recallSQL finds removed turns by their words or their ids. The comment in recall.sql
// explains the parameters of the statement and the rows of its result.
//
//go:embed recall.sql
var recallSQL string

// recalledIDs marks rows in the result of recallSQL. The statement looks for turns in two
// ways: by a list of words, and by ids. For a turn that was found by its words, the
// column n is the index of these words in the list. For a turn that was found by its id,
// the column n is -1 instead.
const recalledIDs = -1

// pieceBytes is how many bytes of words one query to the database looks for. More words
// are divided into several queries, because each query is held in memory several times.
const pieceBytes = 256 << 10

// Recall looks among the removed turns of the transcript with this id for turns with the
// words or ids in q. The database finds them by an index. So the database reads more rows
// for a longer q, but not for a transcript with more removed turns.
func (s *Database) Recall(ctx context.Context, id string, q *transcript.RecallQuery) (*transcript.Recalled, error) {
	answer := &transcript.Recalled{Turns: map[int]string{}}
	ids, said := q.IDs, q.Said
	for at := 0; len(ids) > 0 || len(said) > 0; ids = nil {
		n := countWithin(said, pieceBytes)
		rows, err := s.recallPiece(ctx, id, said[:n], q.Except, ids)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			if row.n == recalledIDs {
				answer.Taken = append(answer.Taken, row.turn)
			} else {
				answer.Turns[at+row.n] = row.turn
			}
		}
		at, said = at+n, said[n:]
	}
	return answer, nil
}

// countWithin returns how many turns from the start of the list have at most limit bytes
// of text together. If the first turn alone has more than limit bytes, the result is 1.
// For an empty list, the result is 0.
func countWithin(said []transcript.Said, limit int) int {
	for i, size := 0, 0; i < len(said); i++ {
		size += len(said[i].Text)
		if size > limit && i > 0 {
			return i
		}
	}
	return len(said)
}

// recalledRow is a row of the result of recallSQL.
type recalledRow struct {
	n    int // an index into said, or recalledIDs
	turn string
}

// recallPiece runs one database query. Among the removed turns of the transcript with
// this id, it looks for turns with the speakers and words in said, and for turns with
// one of the given ids. A turn whose id is in except is not found by its words.
func (s *Database) recallPiece(ctx context.Context, id string, said []transcript.Said, except, ids []string) ([]recalledRow, error) {
	pairs := make([][2]string, len(said))
	for i := range said {
		pairs[i] = [2]string{said[i].Speaker, said[i].Text}
	}
	if len(said) == 0 {
		except = nil
	}
	return collect(ctx, s.db, func(rows *sql.Rows) (row recalledRow, err error) {
		err = rows.Scan(&row.n, &row.turn)
		return row, err
	}, recallSQL, id, jsonArray(pairs), jsonArray(except), jsonArray(ids))
}

// jsonArray returns a list as a JSON array. For a nil list it returns "[]", and not
// "null" as json.Marshal would. SQLite would read "null" as a list with one element.
func jsonArray[V string | [2]string](list []V) string {
	if list == nil {
		return "[]"
	}
	// Marshal cannot fail: the elements are strings or arrays of strings.
	array, _ := json.Marshal(list)
	return string(array)
}
