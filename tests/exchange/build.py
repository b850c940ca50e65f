"""Lines of other people's files, one call a line."""

GDELT_COLUMNS = 61
ICEWS_HEADER = "\t".join(
    ["Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
     "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
     "District", "Province", "Country", "Latitude", "Longitude"]
)  # fmt: skip
POLECAT_HEADER = "\t".join(
    ["Event ID", "Event Date", "Event Type", "Event Mode", "Contexts", "Actor Name", "Actor Country", "Recipient Name",
     "Recipient Country"]
)  # fmt: skip


def icews(ident, date, source, code, target, intensity="", names=("", "")):
    """icews(1, "2014-11-10", "Japan", "042", "China")"""
    one, other = names[0] or f"Envoy ({source})", names[1] or f"Envoy ({target})"
    return "\t".join([str(ident), date, one, "", source, "text", code, intensity, other, "", target, *[""] * 9])


def gdelt(
    ident, date, source, code, target, goldstein="", articles="1", sources="1", url="", columns=GDELT_COLUMNS, **groups
):
    """gdelt(1, "20141110", "JPN", "042", "CHN")"""
    cells = [""] * columns
    cells[0], cells[1], cells[6], cells[7] = str(ident), date, "ONE", source
    cells[5] = source or groups.get("source_code", "") or groups.get("source_group", "")
    cells[15], cells[16], cells[17] = target, "OTHER", target
    cells[8] = groups.get("source_group", "")
    cells[18] = groups.get("target_group", "")
    cells[26], cells[30], cells[32], cells[33] = code, goldstein, sources, articles
    if columns != 57:
        cells[-1] = url
    return "\t".join(cells)


def phoenix(ident, date, source, code, target, goldstein=""):
    """phoenix("1_1", "20140620", "JPN", "042", "CHN")"""
    urls = "https://a.example;https://b.example"
    return "\t".join(
        [ident, date, date[:4], date[4:6], date[6:], f"{source}GOV", source, "GOV", "", f"{target}GOV", target, "GOV",
         "", code, code[:2], "1", goldstein, *[""] * 6, "s1", urls, "a;b"]
    )  # fmt: skip


def polecat(ident, date, code, actors, recipients="", contexts="", names=("", "")):
    """polecat("E1", "2023-03-01", "CONSULT visit", "Japan", "China; India")"""
    root, _, mode = code.partition(" ")
    return "\t".join(
        [ident, date, root, mode, contexts, names[0] or actors, actors, names[1] or recipients, recipients]
    )


def numbered(*texts):
    """Lines as readers take them."""
    return iter(list(enumerate(texts, start=1)))
