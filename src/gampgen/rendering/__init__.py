"""Suite to docx, xlsx, html, md and json."""
