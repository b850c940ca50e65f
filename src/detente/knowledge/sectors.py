"""Sectors of actors: PLOVER's codes, with those of CAMEO that PLOVER leaves out and news on states needs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SECTORS: Mapping[str, str] = MappingProxyType(
    {
        "GOV": "government",
        "MIL": "military",
        "LEG": "legislature",
        "PTY": "political party",
        "JUD": "judiciary",
        "COP": "police and border forces",
        "SPY": "intelligence service",
        "OPP": "political opposition",
        "REB": "armed opposition, rebels",
        "PRM": "paramilitary",
        "TER": "terrorist group as its adversaries name it",
        "CRM": "organised crime",
        "BUS": "business",
        "AGR": "agriculture",
        "LAB": "workers and unions",
        "MED": "media",
        "CVL": "civilians",
        "EDU": "education and research",
        "HLH": "health",
        "REL": "religion",
        "ELI": "former officials and other elites",
        "REF": "refugees",
        "SET": "settlers",
        "ETH": "ethnic group",
        "IGO": "intergovernmental organisation",
        "NGO": "non-governmental organisation",
        "NGM": "non-governmental movement",
        "MNC": "multinational corporation",
        "UIS": "unidentified state or states",
    }
)
