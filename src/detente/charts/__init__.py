"""Numbers become pictures: one function a chart, each an Altair chart that :func:`save` writes to a file."""

from detente.charts.contacts import contacts_chart
from detente.charts.index import index_chart
from detente.charts.saving import FORMATS, check_format, save, to_svg

__all__ = ["FORMATS", "check_format", "contacts_chart", "index_chart", "save", "to_svg"]
