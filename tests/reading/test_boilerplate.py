"""Pages of many outlets as pasted: what is article, and what is the page's furniture."""

# ruff: noqa: E501  (pages and tables read better unwrapped)

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import BODY, ONE, THREE, TWO, Page, assert_read, read

from detente.errors import EmptyInput
from detente.reading.article import Draft, finish_document
from detente.reading.options import ReadOptions
from detente.reading.paragraphs import split_paragraphs
from detente.records import PublishedFrom

PAGES = (
    Page(
        "breadcrumbs, byline with outlet and update, share bar, note on the author, copyright",
        f"English 中文 Français\nHome / Opinion / Columns\n\nA quota that pleases nobody\n\n"
        f"By LI MING | China Daily | Updated: 2024-05-02 07:10\nShare - WeChat\n\n{BODY}\n\n"
        "The author is a researcher at the Institute of Fish. The views don't necessarily represent those of "
        "China Daily.\n\n"
        "Contact the editor at editor@example.org\nMost Read\nCopyright 1995 - 2024. All rights reserved.",
        "A quota that pleases nobody", ("Li Ming",), "China Daily", "2024-05-02",
    ),
    Page(
        "section, title, deck, place byline, label and time, photo in the middle, note on the reporter",
        f"China\n/\nDiplomacy\nNorland and Sudania go back to the table\nFirst meeting in two years as "
        f"stocks shrink\n"
        f"Reading Time:3 minutes\nWhy you can trust SCMP\nJane Doe in Oslo\nPublished: 8:00pm, 3 Jul "
        f"2024\n{BODY}\n"
        "Advertisement\nNorland's minister arrives in Sudania. Photo: AFP\n\nJane Doe\n"
        "Jane Doe joined the Post in 2015 as a reporter on the fish desk. She covers trawlers.",
        "Norland and Sudania go back to the table", ("Jane Doe",), "South China Morning Post", "2024-07-03", 1,
    ),
    Page(
        "role after the name, time zone, dateline, next reads",
        "International relations\nNorland minister to visit Sudania\n\n"
        "The two ministers shake hands in Oslo. (Photo by Ola Nordmann)\nOLA NORDMANN, Nikkei staff writer\n"
        f"July 3, 2024 18:30 JST\nOSLO -- {BODY}\n\nRead Next\nPolitics\nSudania approves budget\n"
        "Latest On International relations\nNorland premier under fire",
        "Norland minister to visit Sudania", ("Ola Nordmann",), "Nikkei Asia", "2024-07-03", 1,
    ),
    Page(
        "slogan above the title, authors and tags below",
        "The Diplomat\nRead The Diplomat, Know The Asia-Pacific\nFlashpoints | Security | East Asia\n"
        f"Why Norland Courts Sudania\n\nBy Jane Q. Doe\nAugust 20, 2024\n\nCredit: Depositphotos\n{BODY}\n\n"
        "Authors\nGuest Author\nJane Q. Doe\nJane Q. Doe is an assistant professor of politics at Foo "
        "University.\nTags\nNorland",
        "Why Norland Courts Sudania", ("Jane Q. Doe",), "The Diplomat", "2024-08-20", 1,
    ),
    Page(
        "agency as the author",
        f"Norland urged to honor its quota: FM\nBy Global Times\nPublished: Jul 03, 2024 08:11 PM\n"
        f"A spokesperson Photo: VCG\n{BODY}\n\nGlobal Times",
        "Norland urged to honor its quota: FM", (), "Global Times", "2024-07-03", 1,
    ),
    Page(
        "source, editor and time lines; the dateline stays",
        f"Norland, Sudania to hold talks\nSource: Xinhua\nEditor: huaxia\n2024-07-03 20:15:30\n\nOSLO, July "
        f"3 (Xinhua) -- {BODY}",
        "Norland, Sudania to hold talks", (), "Xinhua", "2024-07-03",
    ),
    Page(
        "wire marks and the reporter's address",
        f"(2nd LD) Norland, Sudania hold talks on quotas\nAll News 17:05 July 03, 2024\nOSLO, July 3 "
        f"(Yonhap) -- {BODY}\n"
        "ola@yna.co.kr\n(END)",
        "Norland, Sudania hold talks on quotas", (), "Yonhap News Agency", "2024-07-03",
    ),
    Page(
        "posted before updated",
        f"Norland, Sudania ministers meet\nPosted : 2024-07-03 17:05\nUpdated : 2024-07-04 09:10\nBy Kim "
        f"Cheol-su\n\n{BODY}\n\n"
        "Kim Cheol-su cheolsu@koreatimes.co.kr\nMore articles by this reporter",
        "Norland, Sudania ministers meet", ("Kim Cheol-su",), "The Korea Times", "2024-07-03",
    ),
    Page(
        "capitals throughout, appeal to subscribe, keywords",
        f"ASIA PACIFIC / POLITICS\nNorland and Sudania restart talks\nBY JANE DOE\nSTAFF WRITER\nJul 3, "
        f"2024\nSHARE\n{BODY}\n"
        "In a time of misinformation, quality journalism is more crucial than ever. By subscribing, you help "
        "us.\n"
        "SUBSCRIBE NOW\nKEYWORDS\nNORLAND, SUDANIA",
        "Norland and Sudania restart talks", ("Jane Doe",), None, "2024-07-03",
    ),
    Page(
        "outlet, day, time and sections in one line; related links",
        f"Norland, Sudania ministers meet over quotas\nKYODO NEWS - Jul 3, 2024 - 18:30 | All, World, "
        f"Japan\n\n{BODY}\n\n"
        "Related coverage:\n\nNorland PM to visit in August\nSudania lifts ban on cod",
        "Norland, Sudania ministers meet over quotas", (), "Kyodo News", "2024-07-03",
    ),
    Page(
        "two authors, clock glued to the year, picture credit with a licence button, reporters at the foot",
        "World\nNorland, Sudania resume talks on quotas\nBy Jane Doe and John Roe\nJuly 3, 20246:15 PM "
        "GMT+9Updated a day ago\n"
        "Norland's minister attends a meeting in Oslo, July 3, 2024. REUTERS/Jane Doe/File Photo Purchase "
        "Licensing Rights, opens new tab\n"
        f"OSLO, July 3 (Reuters) - {BODY}\nReporting by Jane Doe and John Roe; Editing by Ann Smith\n"
        "Our Standards: The Thomson Reuters Trust Principles., opens new tab",
        "Norland, Sudania resume talks on quotas", ("Jane Doe", "John Roe"), "Reuters", "2024-07-03", 1,
    ),
    Page(
        "numbered picture, contributor at the foot",
        "WORLD NEWS\nNorland and Sudania resume talks\nImage\n1 of 3 | Norland's minister speaks in Oslo. "
        "(AP Photo/Jane Doe)\n"
        f"BY JANE DOE\nUpdated 8:15 PM GMT+9, July 3, 2024\n\nOSLO (AP) — {BODY}\n\n___\n\n"
        "Associated Press writer John Roe in Bergen contributed to this report.",
        "Norland and Sudania resume talks", ("Jane Doe",), "Associated Press", "2024-07-03", 1,
    ),
    Page(
        "file picture, place on a line of its own",
        f"East Asia\nNorland, Sudania Resume Talks\nJuly 03, 2024 8:11 PM\nJane Doe\n"
        f"FILE - Norland's minister attends a meeting in Oslo, July 3, 2024.\nWASHINGTON —\n{BODY}",
        "Norland, Sudania Resume Talks", ("Jane Doe",), None, "2024-07-03", 1,
    ),
    Page(
        "ministry's press release",
        f"Home > Foreign Policy > Others > Norland\nPress Releases\nNorland-Sudania Fisheries Ministers' "
        f"Meeting\nJuly 3, 2024\n"
        f"Japanese\n{BODY}\n\nRelated Links\nNorland\nBack to Top",
        "Norland-Sudania Fisheries Ministers' Meeting", (), None, "2024-07-03",
    ),
    Page(
        "department's readout",
        "Secretary Doe's Meeting with Norland Minister Roe\nREADOUT\nOFFICE OF THE SPOKESPERSON\nJULY 3, "
        "2024\n\n"
        f"The following is attributable to Spokesperson John Smith:\n\n{BODY}\nTags\nBureau of Fish  Norland",
        "Secretary Doe's Meeting with Norland Minister Roe", (), None, "2024-07-03", 0,
        ("The following is attributable to Spokesperson John Smith:",),
    ),
    Page(
        "editor's note, contact for contributors",
        "Opinions\n09:52, 03-Jul-2024\nWhat Norland wants from Sudania\nJane Doe\n\n"
        "Editor's note: Jane Doe, a special commentator for CGTN, is an associate professor at Foo "
        "University. The article "
        f"reflects the author's opinions and not necessarily the views of CGTN.\n\n{BODY}\n\n"
        "(If you want to contribute and have specific expertise, please contact us at opinions@cgtn.com.)",
        "What Norland wants from Sudania", ("Jane Doe",), "CGTN", "2024-07-03",
    ),
    Page(
        "standfirst between the author's name twice, and again in the body",
        "What the quota means\n\nOla Nordmann\nOfficials said the two sides would resume working-level talks "
        "before the end of "
        f"the year.\nOla Nordmann\n\n{BODY}\n\n(The author, a student of fish at Foo University, is an "
        f"analyst. The views are his own.)\n"
        "Special Reports\n\nTop",
        "What the quota means", ("Ola Nordmann",), None, None,
    ),
    Page(
        "standfirst that is a sentence stays; tags and links below go",
        f"The Interpreter\nNorland's quiet turn\nFew saw it come.\nJane Doe\nPublished 3 Jul 2024 06:00    0 Comments    Follow @jane\n"
        f"{BODY}\nPacific Islands\nFisheries\nYou may also be interested in\nNorland goes it alone",
        "Norland's quiet turn", ("Jane Doe",), None, "2024-07-03", 0, ("Few saw it come.",),
    ),
    Page(
        "posted and modified, caption signed by an agency, correspondent at the foot",
        "Norland, Sudania agree on cod\nPosted on : 2024-07-03 17:05 KST Modified on : 2024-07-04 18:05 KST\n"
        f"Two ministers pose for a photo in Oslo on July 2. (Yonhap)\n{BODY}\nBy Kim Min-ji, Oslo correspondent\n"
        "Please direct questions or comments to [english@hani.co.kr]",
        "Norland, Sudania agree on cod", ("Kim Min-ji",), "The Hankyoreh", "2024-07-03", 1,
    ),
    Page(
        "capitals and addresses of the reporter twice",
        f"Norland, Sudania agree on cod\nPublished: 03 Jul. 2024, 17:05\nUpdated: 04 Jul. 2024, 18:30\nKIM MIN-JI\n"
        f"kim.minji@joongang.co.kr\n{BODY}\nBY KIM MIN-JI [kim.minji@joongang.co.kr]",
        "Norland, Sudania agree on cod", ("Kim Min-ji",), "Korea JoongAng Daily", "2024-07-03",
    ),
    Page(
        "author with the outlet in brackets, place and day on lines of their own",
        f"World\nNorland, Sudania agree on cod\nJane Doe (The Jakarta Post)\nPREMIUM\nJakarta\n●\nWed, July 3, 2024\n{BODY}",
        "Norland, Sudania agree on cod", ("Jane Doe",), "The Jakarta Post", "2024-07-03",
    ),
    Page("a title and a text", f"Ministers meet over cod\n{BODY}", "Ministers meet over cod"),
    Page("a title that asks", f"Can Norland and Sudania share the sea?\n{BODY}", "Can Norland and Sudania share the sea?"),
    Page("no title at all", BODY, None),
    Page("dateline first, no title", f"OSLO, July 3, 2024 (AP) -- {BODY}", None, (), "Associated Press", "2024-07-03"),
    Page(
        "headings inside stay, and so does a line that only looks like a button's neighbour",
        f"Ministers meet over cod\n{ONE}\n\nWhat is at stake\n\n{TWO}\n\nThe view from Oslo\n\n{THREE}",
        "Ministers meet over cod", extra=("What is at stake", "The view from Oslo"),
    ),
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page(page: Page) -> None:
    assert_read(page)


@pytest.mark.parametrize(
    "line",
    [
        "The views of the two governments on the islands are far apart, officials in both capitals said.",
        "He is an editor who became foreign minister and has met his counterpart four times this year.",
        "The author of the white paper, Deputy Minister Roe, met lawmakers to explain the change in policy.",
        "Share prices fell in Oslo after the ministers left the talks without an agreement on quotas.",
        "Read the full statement, the ministry told reporters, before you criticise Sudania for its new law.",
        "Public opinion in Norland is against the treaty, and voters hold to their views on the matter.",
        "It was published by the ministry on Monday, first in Norland and then in the other capitals.",
        "Strong exports also contributed to growth, and the agency reported from Oslo that talks went on.",
        "Contacts broke down after the visit to the shrine, and trade suffered as ties became less economic.",
        "The picture, however, is mixed, and images from the port showed that boats had left (and more may go).",
        "Pictures taken by satellite show vessels of Norland near the reef, the defence ministry said (economic).",
        "Copyright law in Norland was changed after the complaint that Sudania had filed with the tribunal.",
        "Fumio Roe is a member of the cabinet that signed the treaty with Sudania three years ago.",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_body_text_is_never_taken_for_furniture(line: str, place: int) -> None:
    paragraphs = [ONE, TWO, THREE]
    paragraphs.insert(place, line)
    document = read("Ministers meet over cod\n\n" + "\n\n".join(paragraphs))
    assert document.text.split("\n\n") == paragraphs


def test_day_without_a_year_takes_it_from_the_text() -> None:
    page = "A quota\n\nOla Nordmann, May 12\n\nIn the spring of 2023, Norland cut its quota by half.\n\n" + BODY
    document = read(page)
    assert document.published == dt.date(2023, 5, 12)
    assert document.published_from is PublishedFrom.TEXT


def test_day_without_a_year_and_without_evidence_stays_unknown() -> None:
    document = read(f"A quota\n\nOla Nordmann, May 12\n\nThe treaty of 1972 is dead.\n\n{BODY}")
    assert (document.published, document.published_from) == (None, PublishedFrom.UNKNOWN)
    assert document.authors == ("Ola Nordmann",)


@pytest.mark.parametrize("date", ["July 3, 2999", "3 July 1899"])
def test_implausible_dates_are_refused(date: str) -> None:
    document = read(f"A quota for cod\n{date}\n{BODY}")
    assert (document.published, document.published_from) == (None, PublishedFrom.UNKNOWN)


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("2024-07-26_title.txt", dt.date(2024, 7, 26)),
        ("20240726-title.txt", dt.date(2024, 7, 26)),
        ("folder 2023-01-01/title_2024.07.26.txt", dt.date(2024, 7, 26)),
        ("title_2024-07.txt", None),
        ("2024-13-45.txt", None),
        ("2999-01-01.txt", None),
        ("2024-01-01_2024-02-02.txt", None),
        ("1234567890123.txt", None),
    ],
)
def test_date_in_the_file_name(name: str, published: dt.date | None) -> None:
    document = read(f"A quota for cod\n{BODY}", name)
    assert document.published == published
    assert document.published_from is (PublishedFrom.FILENAME if published else PublishedFrom.UNKNOWN)


def test_order_of_sources_of_the_date() -> None:
    text, name = f"A quota for cod\nJuly 3, 2024\n{BODY}", "2024-07-26.txt"
    given = ReadOptions(published=dt.date(2020, 2, 2))
    meta = Draft(name, text, published=dt.date(2021, 3, 3))
    assert finish_document(meta, given).published_from is PublishedFrom.GIVEN
    assert finish_document(meta, ReadOptions()).published == dt.date(2021, 3, 3)
    assert read(text, name).published == dt.date(2024, 7, 3)


def test_what_the_user_gives_goes_first() -> None:
    options = ReadOptions(outlet="My Paper", language="de", title="My title")
    document = finish_document(Draft("a.txt", f"Other title here\nReuters\n{BODY}", language="fr"), options)
    assert (document.outlet, document.language, document.title) == ("My Paper", "de", "My title")


LINES = st.one_of(
    st.sampled_from([ONE, TWO, THREE, *(line for page in PAGES for line in page.text.split("\n") if line.strip())]),
    st.text(min_size=1, max_size=80),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=15))
def test_whatever_comes_the_text_is_made_of_its_paragraphs_in_order(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    paragraphs = split_paragraphs(text)
    try:
        document = read(text)
    except EmptyInput:
        return
    remaining = iter(paragraphs)
    assert all(paragraph in remaining for paragraph in document.text.split("\n\n"))


def test_only_furniture_is_empty() -> None:
    with pytest.raises(EmptyInput, match="no article text"):
        read("Home / Opinion\nShare\nCopyright 2024. All rights reserved.")
