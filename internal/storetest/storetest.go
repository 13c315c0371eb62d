package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"entente"
	"entente/ledger"
	"entente/search"
)

// Run checks that a store does all that ledger, projection and search ask of
// one. open returns an empty store.
func Run(t *testing.T, open func(*testing.T) Store) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, Store)
	}{
		{"Empty", empty}, {"Records", records}, {"Numbers", numbers}, {"Blobs", blobs}, {"Rows", rows},
		{"Scan", scan}, {"Index", index}, {"AllOrNothing", allOrNothing}, {"Snapshot", snapshot}, {"WritersQueue", writersQueue},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, open(t)) })
	}
}

func update(t *testing.T, s Store, f func(Tx) error) {
	t.Helper()
	if err := s.Update(context.Background(), f); err != nil {
		t.Fatal(err)
	}
}

func view(t *testing.T, s Store, f func(Snapshot) error) {
	t.Helper()
	if err := s.View(context.Background(), f); err != nil {
		t.Fatal(err)
	}
}

func record(seq int) ledger.Record {
	return ledger.Record{Seq: entente.Seq(seq), ID: entente.EntryID(fmt.Sprintf("id%d", seq)), Data: fmt.Appendf(nil, "data %d", seq), Hashes: []byte{byte(seq)}}
}

func empty(t *testing.T, s Store) {
	view(t, s, func(v Snapshot) error {
		if last, err := v.Last(); last != 0 || err != nil {
			t.Errorf("Last() = %d, %v; want 0", last, err)
		}
		if seq, err := v.Find("id1"); seq != 0 || err != nil {
			t.Errorf("Find() = %d, %v; want 0", seq, err)
		}
		if _, err := v.Record(1); !errors.Is(err, entente.ErrNotFound) {
			t.Errorf("Record(1): %v; want ErrNotFound", err)
		}
		if _, err := v.Hashes(1); !errors.Is(err, entente.ErrNotFound) {
			t.Errorf("Hashes(1): %v; want ErrNotFound", err)
		}
		if _, err := v.Blob("00"); !errors.Is(err, entente.ErrNotFound) {
			t.Errorf("Blob: %v; want ErrNotFound", err)
		}
		if row, err := v.Get("a"); row != nil || err != nil {
			t.Errorf("Get = %q, %v; want none", row, err)
		}
		return nil
	})
}

func records(t *testing.T, s Store) {
	const n = 600 // more than a page of any store
	update(t, s, func(tx Tx) error {
		for i := 1; i <= n; i++ {
			if err := tx.Put(record(i)); err != nil {
				return err
			}
		}
		for _, r := range []ledger.Record{record(n), record(n + 2), {Seq: n + 1, ID: "id3", Data: []byte("x"), Hashes: []byte{0}}} {
			if err := tx.Put(r); !errors.Is(err, entente.ErrConflict) {
				t.Errorf("Put(%d, %s): %v; want ErrConflict", r.Seq, r.ID, err)
			}
		}
		return nil
	})
	view(t, s, func(v Snapshot) error {
		if last, err := v.Last(); last != n || err != nil {
			t.Errorf("Last() = %d, %v; want %d", last, err, n)
		}
		if seq, err := v.Find("id17"); seq != 17 || err != nil {
			t.Errorf("Find = %d, %v; want 17", seq, err)
		}
		if r, err := v.Record(5); err != nil || string(r.Data) != "data 5" || r.ID != "id5" || !slices.Equal(r.Hashes, []byte{5}) {
			t.Errorf("Record(5) = %+v, %v", r, err)
		}
		want := entente.Seq(3)
		for r, err := range v.Records(2) {
			if err != nil || r.Seq != want {
				t.Fatalf("Records yields %d, %v; want %d", r.Seq, err, want)
			}
			want++
		}
		if want != n+1 {
			t.Errorf("Records ends before %d", want)
		}
		return nil
	})
}

func numbers(t *testing.T, s Store) {
	update(t, s, func(tx Tx) error {
		r := record(1)
		r.Number = entente.Number{Direction: entente.In, Year: 2031, N: 7}
		if err := tx.Put(r); err != nil {
			return err
		}
		again := record(2)
		again.Number = r.Number
		if err := tx.Put(again); !errors.Is(err, entente.ErrConflict) {
			t.Errorf("a register number twice: %v; want ErrConflict", err)
		}
		for _, c := range []struct {
			direction entente.Direction
			year      int
			want      int
		}{{entente.In, 2031, 7}, {entente.Out, 2031, 0}, {entente.In, 2032, 0}} {
			if n, err := tx.LastNumber(c.direction, c.year); n != c.want || err != nil {
				t.Errorf("LastNumber(%s, %d) = %d, %v; want %d", c.direction, c.year, n, err, c.want)
			}
		}
		got, err := tx.Record(1)
		if got.Number != r.Number {
			t.Errorf("Record(1).Number = %v; want %v", got.Number, r.Number)
		}
		return err
	})
}

func blobs(t *testing.T, s Store) {
	update(t, s, func(tx Tx) error {
		return errors.Join(tx.PutBlob("aa", []byte("x\x00y")), tx.PutBlob("aa", []byte("other")), tx.PutBlob("bb", nil))
	})
	view(t, s, func(v Snapshot) error {
		if data, err := v.Blob("aa"); string(data) != "x\x00y" || err != nil {
			t.Errorf("Blob(aa) = %q, %v", data, err)
		}
		if data, err := v.Blob("bb"); len(data) != 0 || err != nil {
			t.Errorf("Blob(bb) = %q, %v", data, err)
		}
		return nil
	})
}

func rows(t *testing.T, s Store) {
	update(t, s, func(tx Tx) error {
		return errors.Join(tx.Set("a", []byte("1")), tx.Set("a", []byte("2")), tx.Set("b", []byte("3")), tx.Set("b", nil), tx.Set("none", nil))
	})
	update(t, s, func(tx Tx) error {
		a, err := tx.Get("a")
		b, err2 := tx.Get("b")
		if string(a) != "2" || b != nil {
			t.Errorf("a = %q, b = %q; want 2 and none", a, b)
		}
		keys := []string{"none", "c", "a", "b", "c"}
		for i := range 200 {
			keys = append(keys, fmt.Sprint(i))
		}
		err3 := tx.Set("c", []byte("4")) // in this transaction
		found, err4 := tx.Rows(keys)
		if len(found) != 2 || string(found["a"]) != "2" || string(found["c"]) != "4" {
			t.Errorf("Rows = %q; want a and c", found)
		}
		tail, err5 := tx.Tail("")
		if tail.Key != "c" || string(tail.Value) != "4" {
			t.Errorf("Tail = %v; want c", tail)
		}
		none, err6 := tx.Tail("d")
		if none.Key != "" {
			t.Errorf("Tail of nothing = %v", none)
		}
		return errors.Join(err, err2, err3, err4, err5, err6, tx.ClearViews())
	})
	update(t, s, func(tx Tx) error { // a row is there, or not, whenever the store writes
		written := func() {
			for range tx.Scan("", "") {
				break
			}
		}
		err := errors.Join(tx.Set("old", []byte("1")), tx.ClearViews(), tx.Set("x", []byte("1")), tx.Set("y", []byte("1")))
		written()
		err = errors.Join(err, tx.Set("x", nil), tx.Set("y", []byte("2")), tx.Set("none", nil))
		written()
		for key, want := range map[string]string{"old": "", "x": "", "y": "2", "none": "", "z": ""} {
			got, err := tx.Get(key)
			if string(got) != want || err != nil {
				t.Errorf("%s = %q, %v; want %q", key, got, err, want)
			}
		}
		found, err2 := tx.Rows([]string{"old", "x", "y", "z"})
		if len(found) != 1 || string(found["y"]) != "2" {
			t.Errorf("Rows = %q; want y alone", found)
		}
		return errors.Join(err, err2, tx.ClearViews())
	})
	view(t, s, func(v Snapshot) error {
		a, err := v.Get("a")
		if a != nil {
			t.Errorf("a = %q after ClearViews", a)
		}
		return err
	})
}

func scan(t *testing.T, s Store) {
	const n = 600
	update(t, s, func(tx Tx) error {
		for i := range n {
			if err := tx.Set(fmt.Sprintf("m/%04d", i), []byte{1}); err != nil {
				return err
			}
		}
		return errors.Join(tx.Set("l/z", []byte{1}), tx.Set("m0", []byte{1}), tx.Set("m/é", []byte{1}), tx.Set("n", []byte{1}))
	})
	update(t, s, func(tx Tx) error {
		var keys []string
		for row, err := range tx.Scan("m/", "") {
			if err != nil {
				return err
			}
			keys = append(keys, row.Key)
			if err := tx.Set(row.Key, []byte{2}); err != nil { // while it runs
				return err
			}
		}
		if len(keys) != n+1 || !slices.IsSorted(keys) || keys[n] != "m/é" {
			t.Errorf("Scan yields %d keys, the last %q; want %d in order", len(keys), keys[len(keys)-1], n+1)
		}
		keys = nil
		for row := range tx.Scan("m/", "m/0597") {
			keys = append(keys, row.Key)
			if len(keys) == 2 {
				break
			}
		}
		if !slices.Equal(keys, []string{"m/0598", "m/0599"}) {
			t.Errorf("Scan after m/0597 = %v", keys)
		}
		return nil
	})
}

func allOrNothing(t *testing.T, s Store) {
	stop := errors.New("stop")
	err := s.Update(context.Background(), func(tx Tx) error {
		return errors.Join(tx.Put(record(1)), tx.PutBlob("aa", []byte("x")), tx.Set("a", []byte("1")), tx.Index(search.Item{Kind: search.Documents, ID: "d", Words: "x", Facets: []string{"any"}}), stop)
	})
	if !errors.Is(err, stop) {
		t.Fatalf("Update: %v; want the error of the work", err)
	}
	empty(t, s)
}

func snapshot(t *testing.T, s Store) {
	if _, ok := s.(*Memory); ok {
		t.Skip("the store in memory makes writers wait for readers")
	}
	view(t, s, func(v Snapshot) error {
		if last, err := v.Last(); last != 0 || err != nil {
			t.Errorf("Last() = %d, %v", last, err)
		}
		update(t, s, func(tx Tx) error { return tx.Put(record(1)) })
		if last, err := v.Last(); last != 0 || err != nil {
			t.Errorf("a reader sees entry %d that was written after it began; %v", last, err)
		}
		return nil
	})
}

func writersQueue(t *testing.T, s Store) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 5 {
				err := s.Update(context.Background(), func(tx Tx) error {
					last, err := tx.Last()
					if err != nil {
						return err
					}
					return tx.Put(record(int(last) + 1))
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	view(t, s, func(v Snapshot) error {
		if last, err := v.Last(); last != 40 || err != nil {
			t.Errorf("Last() = %d, %v; want 40", last, err)
		}
		return nil
	})
}
