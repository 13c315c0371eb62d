package intake

import "bytes"

type format struct{ name, mediaType string }

func sniff(data []byte) (format, bool) {
	if bytes.HasPrefix(data, []byte("%PDF-")) {
		return format{"PDF", "application/pdf"}, true
	}
	return format{}, false
}
