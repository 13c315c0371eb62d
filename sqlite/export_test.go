package sqlite

import "context"

// Exec lets tests do to a register what no method would.
func Exec(ctx context.Context, s *Store, statement string) error {
	_, err := s.writer.ExecContext(ctx, statement)
	return err
}
