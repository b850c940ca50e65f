"""One relation written up: what happened, who met whom, and the sentence behind every line."""

from detente.briefs.content import Brief
from detente.briefs.gathering import gather
from detente.briefs.writing import FORMATS, check_format, render_html, render_markdown, write_brief

__all__ = ["FORMATS", "Brief", "check_format", "gather", "render_html", "render_markdown", "write_brief"]
