"""Numbers become pictures: one function a chart, each an Altair chart that :func:`save` writes to a file."""

from detente.charts.contacts import contacts_chart
from detente.charts.index import index_chart
from detente.charts.landmarks import Landmark, find_landmarks
from detente.charts.saving import FORMATS, check_format, save, to_svg

__all__ = ["FORMATS", "Landmark", "check_format", "contacts_chart", "find_landmarks", "index_chart", "save", "to_svg"]
