package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"

	"entente"
	"entente/ledger"
	"entente/projection"
)

// An arrival is a source on its way from its file to the ledger.
type arrival struct {
	source Source
	doc    entente.Document
	read   *entente.Reading // nil if unread
	known  bool
	unread error
	err    error
}

// readAhead reads sources on all cores and yields them in their order, each
// as a channel on which it will come.
func (r *Register) readAhead(ctx context.Context, how Receiving, sources []Source) <-chan chan arrival {
	workers := runtime.GOMAXPROCS(0)
	queue := make(chan chan arrival, 4*workers)
	type task struct {
		source Source
		out    chan arrival
	}
	tasks := make(chan task)
	for range workers {
		go func() {
			for t := range tasks {
				t.out <- r.arrive(ctx, how, t.source)
			}
		}()
	}
	go func() {
		defer close(queue)
		defer close(tasks)
		for _, s := range sources {
			out := make(chan arrival, 1)
			select {
			case <-ctx.Done():
				return
			case queue <- out:
			}
			select {
			case <-ctx.Done():
				close(out)
				return
			case tasks <- task{s, out}:
			}
		}
	}()
	return queue
}

// A batcher gathers arrivals into batches.
type batcher struct {
	queue <-chan chan arrival
	next  chan arrival // taken from the queue and not ready when it was
}

// batch waits for the next arrival and takes those after it that are ready
// too, so that one write serves many when reading is the faster. It reports
// whether more may come.
func (b *batcher) batch(ctx context.Context) (batch []arrival, more bool) {
	for len(batch) < maxBatch {
		if b.next == nil {
			next, ok := <-b.queue // soon: sources queue faster than they are read
			if !ok {
				return batch, false
			}
			b.next = next
		}
		if len(batch) > 0 {
			select {
			case a, ok := <-b.next:
				if !ok {
					return batch, false
				}
				batch, b.next = append(batch, a), nil
			default:
				return batch, true
			}
			continue
		}
		select {
		case a, ok := <-b.next:
			if !ok {
				return nil, false
			}
			batch, b.next = append(batch, a), nil
		case <-ctx.Done():
			return nil, false
		}
	}
	return batch, true
}

// arrive takes in and reads one source. What the register knows already is
// not read again.
func (r *Register) arrive(ctx context.Context, how Receiving, s Source) (a arrival) {
	a.source = s
	data, err := readAll(s)
	if err != nil {
		a.err = err
		return a
	}
	a.doc = entente.Document{ID: ledger.DocumentID(data), Name: s.Name, Bytes: len(data), Original: data}
	a.err = r.store.View(ctx, func(view Snapshot) error {
		row, err := projection.DocumentOf(view, a.doc.ID)
		if errors.Is(err, entente.ErrNotFound) {
			return nil
		}
		a.known = err == nil && row.Unread == ""
		return err
	})
	if a.err != nil || a.known {
		return a
	}
	defer func() {
		if fault := recover(); fault != nil {
			a.read = nil
			a.unread = fmt.Errorf("%s: a fault of Entente, not of the file (%v); it is kept, please report it: %w", s.Name, fault, entente.ErrUnread)
		}
	}()
	doc, reading, err := r.reader.Read(s.Name, bytes.NewReader(data), how.Language)
	switch {
	case errors.Is(err, entente.ErrUnread):
		a.unread = err
	case err != nil:
		a.err = err
	case doc.ID != a.doc.ID:
		a.err = fmt.Errorf("%s: read as %s but received as %s: %w", s.Name, doc.ID, a.doc.ID, entente.ErrInvalid)
	default:
		a.doc = doc
		reading = sieve(doc.Text, reading)
		a.read = &reading
	}
	return a
}

func readAll(s Source) ([]byte, error) {
	f, err := s.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxDocument+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.Name, err)
	}
	if len(data) > maxDocument {
		return nil, &entente.InputError{Name: s.Name, At: -1, Text: fmt.Sprintf("longer than %d MiB; divide it", maxDocument>>20), Err: entente.ErrInvalid}
	}
	return data, nil
}

// sieve leaves out what the ledger would refuse, with a remark in its place,
// so that a fault in one claim does not keep a document out.
func sieve(text string, r entente.Reading) entente.Reading {
	if ledger.CheckReading(text, r) == nil {
		return r
	}
	out := entente.Reading{Envelope: r.Envelope, Between: r.Between}
	lost := 0
	for _, c := range r.Claims {
		if ledger.CheckClaim(text, c) != nil {
			lost++
			continue
		}
		out.Claims = append(out.Claims, c)
	}
	for _, m := range r.Mentions {
		if !m.Checks(text) {
			lost++
			continue
		}
		out.Mentions = append(out.Mentions, m)
	}
	for _, m := range r.Remarks {
		if !m.Checks(text) {
			m.Anchor = entente.Anchor{}
		}
		out.Remarks = append(out.Remarks, m)
	}
	if ledger.CheckReading(text, out) != nil {
		lost++
		out.Envelope, out.Between = entente.Envelope{}, nil
	}
	out.Remarks = append(out.Remarks, entente.Remark{Text: fmt.Sprintf("%d things read were left out: their words did not check.", lost)})
	return out
}
