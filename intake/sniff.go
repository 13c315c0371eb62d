package intake

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf16"
)

// A format is something other than plain text, told by its content.
type format struct {
	name      string // in a person's words
	mediaType string
}

// remedy says what would do.
func (f format) remedy() string {
	switch {
	case strings.HasPrefix(f.name, "an encrypted"):
		return "decrypt it first"
	case strings.HasSuffix(f.name, "archive"):
		return "unpack it first"
	}
	return "save it as plain text"
}

// A signature is bytes that stand at a place in every file of a format.
type signature struct {
	at    int
	magic string
	format
}

var signatures = []signature{
	{0, "{\\rtf", format{"RTF", "application/rtf"}},
	{0, "\x89PNG\r\n\x1a\n", format{"an image (PNG)", "image/png"}},
	{0, "\xff\xd8\xff", format{"an image (JPEG)", "image/jpeg"}},
	{0, "GIF8", format{"an image (GIF)", "image/gif"}},
	{0, "II*\x00", format{"an image (TIFF)", "image/tiff"}},
	{0, "MM\x00*", format{"an image (TIFF)", "image/tiff"}},
	{0, "\x00\x00\x00\x0cjP  ", format{"an image (JPEG 2000)", "image/jp2"}},
	{0, "AT&TFORM", format{"DjVu", "image/vnd.djvu"}},
	{8, "WEBP", format{"an image (WebP)", "image/webp"}},
	{8, "WAVE", format{"a sound recording", "audio/wav"}},
	{8, "AVI ", format{"a film", "video/x-msvideo"}},
	{4, "ftypheic", format{"an image (HEIC)", "image/heic"}},
	{4, "ftypmif1", format{"an image (HEIF)", "image/heif"}},
	{4, "ftypM4A", format{"a sound recording", "audio/mp4"}},
	{4, "ftyp", format{"a film", "video/mp4"}},
	{0, "OggS", format{"a sound recording", "audio/ogg"}},
	{0, "ID3", format{"a sound recording", "audio/mpeg"}},
	{0, "\x1f\x8b\x08", format{"a gzip archive", "application/gzip"}},
	{0, "BZh", format{"a bzip2 archive", "application/x-bzip2"}},
	{0, "\xfd7zXZ\x00", format{"an xz archive", "application/x-xz"}},
	{0, "\x28\xb5\x2f\xfd", format{"a zstd archive", "application/zstd"}},
	{0, "7z\xbc\xaf\x27\x1c", format{"a 7z archive", "application/x-7z-compressed"}},
	{0, "Rar!\x1a\x07", format{"a RAR archive", "application/vnd.rar"}},
	{257, "ustar", format{"a tar archive", "application/x-tar"}},
	{0, "%!PS", format{"PostScript", "application/postscript"}},
	{0, "\xffWPC", format{"WordPerfect", "application/vnd.wordperfect"}},
	{0, "SQLite format 3\x00", format{"a SQLite database", "application/vnd.sqlite3"}},
	{0, "\x7fELF", format{"a program", "application/x-executable"}},
	{0, "-----BEGIN PGP MESSAGE", format{"an encrypted message (PGP)", "application/pgp-encrypted"}},
	{0, "-----BEGIN PKCS7", format{"an encrypted message (S/MIME)", "application/pkcs7-mime"}},
	{0, "-----BEGIN AGE ENCRYPTED FILE", format{"an encrypted file (age)", "application/x-age"}},
	{0, "age-encryption.org/v1", format{"an encrypted file (age)", "application/x-age"}},
	{0, "BEGIN:VCALENDAR", format{"iCalendar", "text/calendar"}},
	{0, "BEGIN:VCARD", format{"vCard", "text/vcard"}},
}

// riff holds the formats that share the magic "RIFF" at their start.
const riff = "RIFF"

// sniff names the format of data unless it may be plain text.
func sniff(data []byte) (format, bool) {
	// PDF allows junk before its header.
	if bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) {
		return format{"PDF", "application/pdf"}, true
	}
	if f, ok := container(data); ok {
		return f, true
	}
	for _, s := range signatures {
		if s.at+len(s.magic) > len(data) || string(data[s.at:s.at+len(s.magic)]) != s.magic {
			continue
		}
		if s.at == len(riff)+4 && !bytes.HasPrefix(data, []byte(riff)) {
			continue
		}
		return s.format, true
	}
	return written(data)
}

// container tells the formats that are archives of others inside.
func container(data []byte) (format, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("PK\x05\x06")):
		for _, k := range zips {
			if bytes.Contains(data, []byte(k.magic)) {
				return k.format, true
			}
		}
		return format{"a zip archive", "application/zip"}, true
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		for _, k := range compounds {
			if bytes.Contains(data, wide(k.magic)) {
				return k.format, true
			}
		}
		return format{"an old Microsoft Office file", "application/x-ole-storage"}, true
	}
	return format{}, false
}

// zips are the formats inside a zip archive, by a name in its directory or
// by the first file, which is stored as it is.
var zips = []signature{
	{0, "mimetypeapplication/vnd.oasis.opendocument.text", format{"ODT", "application/vnd.oasis.opendocument.text"}},
	{0, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet", format{"ODS", "application/vnd.oasis.opendocument.spreadsheet"}},
	{0, "mimetypeapplication/vnd.oasis.opendocument.presentation", format{"ODP", "application/vnd.oasis.opendocument.presentation"}},
	{0, "mimetypeapplication/epub+zip", format{"EPUB", "application/epub+zip"}},
	{0, "word/document.xml", format{"DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}},
	{0, "xl/workbook.xml", format{"XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}},
	{0, "ppt/presentation.xml", format{"PPTX", "application/vnd.openxmlformats-officedocument.presentationml.presentation"}},
}

// compounds are the formats of Microsoft's older container, by the name of a
// stream, which stands there in UTF-16.
var compounds = []signature{
	{0, "__substg1.0_", format{"an Outlook message (MSG)", "application/vnd.ms-outlook"}},
	{0, "WordDocument", format{"DOC", "application/msword"}},
	{0, "Workbook", format{"XLS", "application/vnd.ms-excel"}},
	{0, "PowerPoint Document", format{"PPT", "application/vnd.ms-powerpoint"}},
}

func wide(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

// written tells the formats that are text with rules of their own: pages of
// the web, XML, JSON, and e-mail as it travels.
func written(data []byte) (format, bool) {
	start := strings.TrimLeft(strings.TrimPrefix(string(data[:min(len(data), 4096)]), bomUTF8), " \t\r\n")
	lower := strings.ToLower(start)
	for strings.HasPrefix(lower, "<!--") {
		_, rest, ok := strings.Cut(lower, "-->")
		if !ok {
			break
		}
		lower = strings.TrimLeft(rest, " \t\r\n")
	}
	if strings.HasPrefix(lower, "<?xml") {
		if strings.Contains(lower, "<html") {
			return format{"HTML", "application/xhtml+xml"}, true
		}
		return format{"XML", "application/xml"}, true
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if strings.HasPrefix(lower, tag) {
			return format{"HTML", "text/html"}, true
		}
	}
	if isJSON(bytes.TrimPrefix(data, []byte(bomUTF8))) {
		return format{"JSON", "application/json"}, true
	}
	if isMail(start) {
		return format{"an e-mail", "message/rfc822"}, true
	}
	return format{}, false
}

// isJSON reports whether data is an array, or starts with an object: JSON
// lines do.
func isJSON(data []byte) bool {
	data = bytes.TrimLeft(data, " \t\r\n")
	switch {
	case bytes.HasPrefix(data, []byte("[")):
		return json.Valid(data)
	case bytes.HasPrefix(data, []byte("{")):
		return json.NewDecoder(bytes.NewReader(data)).Decode(new(json.RawMessage)) == nil
	}
	return false
}

// isMail reports whether text starts with the header of an e-mail as it
// travels (RFC 5322). An e-mail that was printed has From, To and Subject,
// but none of the lines that only machines read.
func isMail(text string) bool {
	if first, rest, ok := strings.Cut(text, "\n"); ok && strings.HasPrefix(first, "From ") {
		text = rest // a mailbox
	}
	machine := false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "":
			return machine
		case line[0] == ' ' || line[0] == '\t': // goes on
			continue
		}
		name, _, ok := strings.Cut(line, ":")
		if !ok || name == "" || strings.ContainsAny(name, " \t") {
			return false
		}
		switch strings.ToLower(name) {
		case "received", "return-path", "message-id", "mime-version", "delivered-to", "dkim-signature", "x-mailer":
			machine = true
		}
	}
	return machine // the header is longer than what was looked at
}
