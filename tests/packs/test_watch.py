"""Content dropped in while the kiosk runs: taken whole and sound, or not at all."""

# ruff: noqa: E501 (sentences and their causes stand on one line each, to be compared)
from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest
from pack_example import PACK, QUESTIONS, spoilt, write_pack

from quiz.model.question import AgeBand
from quiz.model.site import Site
from quiz.packs.watch import ContentWatch, Taken, fingerprint

OTHER = QUESTIONS.replace("A short nap", "A brief nap")
FAULTY = spoilt(QUESTIONS, "myth:", "mith:")


def named(name: str, language: str = "en") -> str:
    return spoilt(spoilt(PACK, "id: sleep", f"id: {name}"), "language: en", f"language: {language}")


def put(folder: Path, text: str, name: str = "a") -> None:
    """Puts a question file in the place of the one that is there, at a later time."""
    path = folder / name / "questions" / "naps.yaml"
    before = path.stat().st_mtime_ns
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before, before + 1_000_000))


def settled(watch: ContentWatch) -> Taken | None:
    """What comes of a folder that changes no more: looked at twice, read, taken."""
    watch.changed()
    if watch.changed():
        while watch.step():
            pass
    return watch.take()


def statements(taken: Taken | None) -> list[str]:
    assert taken
    return [pack.questions[0].statement[:11] for pack in taken.packs]


def faults(taken: Taken | None) -> list[str]:
    assert taken
    return [str(problem) for problem in taken.problems]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one pack."""
    write_pack(tmp_path / "content" / "a")
    return tmp_path / "content"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A last good copy: its statements begin differently."""
    write_pack(tmp_path / "copy" / "a", questions=OTHER)
    return tmp_path / "copy"


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """What came with the program: another pack."""
    write_pack(tmp_path / "shipped" / "s", pack=named("shipped"))
    return tmp_path / "shipped"


NOTHING = (
    "content:1:1: folder: holds no question for this kiosk. "
    "Look at packs, topics, languages and age_band in the site file."
)


# --- the start ------------------------------------------------------------------------------------


def test_at_the_start_all_of_it_is_read_at_once(content: Path) -> None:
    watch = ContentWatch(content, Site())
    taken = watch.read()
    assert (statements(taken), taken.site, faults(taken), taken.fresh) == (
        ["A short nap"],
        Site(),
        [],
        True,
    )
    assert (watch.taken, watch.folder, watch.there) == (taken, content, taken.packs)
    assert watch.unchanged()
    assert not watch.changed()
    assert not watch.step()
    assert watch.take() is None


def test_a_faulty_folder_gives_way_to_the_last_good_copy(content: Path, copy: Path) -> None:
    put(content, FAULTY)
    taken = ContentWatch(content, Site()).read(copy)
    assert (statements(taken), taken.fresh) == (["A brief nap"], False)
    assert [problem.file for problem in taken.problems] == ["a/questions/naps.yaml"]


def test_without_a_sound_copy_what_can_be_asked_is_asked(
    content: Path, copy: Path, shipped: Path
) -> None:
    put(content, FAULTY.replace("  twin: short-nap-helps\n", ""))
    put(copy, "- [")
    taken = ContentWatch(content, Site()).read(copy, shipped)
    assert [question.id for pack in taken.packs for question in pack.questions] == [
        "short-nap-helps-b"
    ]
    assert (taken.site, taken.fresh, len(taken.problems)) == (Site(), False, 1)


def test_where_nothing_can_be_read_it_is_what_came_with_the_program(
    content: Path, shipped: Path
) -> None:
    put(content, "- [")
    missing = content / "nowhere"
    taken = ContentWatch(content, Site()).read(missing, shipped)
    assert [pack.id for pack in taken.packs] == ["shipped"]
    assert faults(taken)[-1] == NOTHING
    assert not taken.fresh
    taken = ContentWatch(missing, Site(packs=("sleep",))).read(None, shipped)
    assert [pack.id for pack in taken.packs] == ["shipped"]
    assert taken.site == Site(age_band=AgeBand.YOUNG_TEEN)
    assert faults(taken)[0].startswith("nowhere:1:1: folder: is missing.")


def test_where_nothing_at_all_can_be_asked_there_is_nothing(content: Path, shipped: Path) -> None:
    child = Site(age_band=AgeBand.CHILD)
    taken = ContentWatch(content, child).read(None, shipped)
    assert (taken.packs, taken.site, faults(taken)) == ((), child, [NOTHING])


def test_where_the_age_band_could_not_be_read_it_is_the_youngest_there_is(content: Path) -> None:
    taken = ContentWatch(content, Site(age_band=AgeBand.CHILD), unsure=True).read()
    assert statements(taken) == ["A short nap"]
    assert taken.site.age_band is AgeBand.YOUNG_TEEN
    assert faults(taken) == [NOTHING]
    assert taken.fresh  # the folder itself is sound


# --- while it runs --------------------------------------------------------------------------------


def test_new_content_is_taken_once_it_has_settled_and_is_read(content: Path) -> None:
    watch = ContentWatch(content, Site())
    watch.read()
    put(content, OTHER)
    assert not watch.changed()  # seen once: it may be half copied
    assert not watch.step()
    assert watch.changed()
    assert watch.take() is None
    steps = 1
    while watch.step():
        assert watch.changed()
        assert watch.take() is None
        steps += 1
    assert steps == 3  # the sources, the one question file, and nothing left
    assert watch.changed()
    taken = watch.take()
    assert (statements(taken), faults(taken), taken.fresh) == (["A brief nap"], [], True)  # type: ignore[union-attr]
    assert watch.take() is None
    assert not watch.changed()
    assert watch.taken is taken


def test_faulty_content_is_refused_and_the_last_good_kept(content: Path) -> None:
    watch = ContentWatch(content, Site())
    first = watch.read()
    put(content, FAULTY)
    taken = settled(watch)
    assert taken
    assert (taken.packs, taken.fresh) == (first.packs, False)
    assert {problem.file for problem in taken.problems} == {"a/questions/naps.yaml"}
    assert not watch.changed()  # told once
    put(content, OTHER)
    assert (statements(settled(watch)), watch.taken.problems) == (["A brief nap"], ())


def test_a_folder_that_goes_away_and_comes_back(content: Path) -> None:
    watch = ContentWatch(content, Site())
    packs = watch.read().packs
    away = content.with_name("away")
    content.rename(away)
    taken = settled(watch)
    assert taken
    assert (taken.packs, taken.fresh) == (packs, False)
    assert [problem.what for problem in taken.problems] == [
        "is missing",
        "holds no question for this kiosk",
    ]
    away.rename(content)
    taken = settled(watch)
    assert taken
    assert (taken.packs, taken.problems, taken.fresh) == (packs, (), True)


def test_a_folder_that_is_still_changing_is_waited_for(content: Path) -> None:
    watch = ContentWatch(content, Site())
    watch.read()
    for number in range(20):
        put(content, OTHER.replace("brief", f"brief {number}"))
        assert not watch.changed()
        assert watch.take() is None
    assert watch.changed()


def test_what_changes_while_it_is_read_is_read_anew(content: Path) -> None:
    watch = ContentWatch(content, Site())
    watch.read()
    put(content, FAULTY)
    watch.changed()
    assert watch.changed()
    watch.step()
    put(content, OTHER)
    assert not watch.changed()
    assert not watch.step()
    assert statements(settled(watch)) == ["A brief nap"]


def test_what_changes_and_changes_back_while_it_is_read_is_read_all_the_same(content: Path) -> None:
    watch = ContentWatch(content, Site())
    watch.read()
    path = content / "a" / "questions" / "naps.yaml"
    put(content, OTHER)
    watch.changed()
    assert watch.changed()
    away = path.with_name("away")
    path.rename(away)
    assert not watch.changed()
    away.rename(path)
    assert statements(settled(watch) or settled(watch)) == ["A brief nap"]


def test_what_changed_after_it_was_read_is_not_taken(content: Path) -> None:
    watch = ContentWatch(content, Site())
    watch.read()
    put(content, OTHER)
    watch.changed()
    watch.changed()
    while watch.step():
        pass
    put(content, FAULTY)
    assert watch.take() is None
    assert not watch.unchanged()
    taken = settled(watch)
    assert statements(taken) == ["A short nap"]
    assert faults(taken)


def test_a_pack_that_the_site_names_has_to_stay(content: Path) -> None:
    write_pack(content / "b", pack=named("dreams"))
    watch = ContentWatch(content, Site(packs=("sleep", "dreams", "other")))
    assert len(watch.read().packs) == 2
    shutil.rmtree(content / "b")
    taken = settled(watch)
    assert taken
    assert len(taken.packs) == 2
    assert faults(taken) == [
        "content:1:1: folder: the pack 'dreams' is gone, or cannot be played. Put it back, or take it out of the site file."
    ]


def test_a_pack_that_nobody_named_may_go(content: Path) -> None:
    write_pack(content / "b", pack=named("dreams"))
    watch = ContentWatch(content, Site())
    assert len(watch.read().packs) == 2
    shutil.rmtree(content / "b")
    taken = settled(watch)
    assert taken
    assert (len(taken.packs), taken.problems) == (1, ())


@pytest.mark.parametrize(
    ("site", "is_taken"),
    [
        (Site(), False),  # any pack may be asked from
        (Site(packs=("sleep",)), True),
        (Site(packs=("sleep", "dreams")), False),
        (Site(packs=("sleep", "other")), True),  # the faulty one is known not to be it
        (Site(languages=("en",)), True),  # it is in Irish
        (Site(languages=("en", "ga")), False),
    ],
)
def test_a_fault_counts_only_in_what_the_site_uses(
    content: Path, site: Site, is_taken: bool
) -> None:
    watch = ContentWatch(content, site)
    watch.read()
    put(content, OTHER)
    write_pack(
        content / "b",
        pack=named("dreams", "ga"),
        questions=FAULTY.replace("  twin: short-nap-helps\n", ""),
    )
    taken = settled(watch)
    assert statements(taken) == ["A brief nap" if is_taken else "A short nap"]
    assert {problem.file for problem in taken.problems} == {"b/questions/naps.yaml"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("site", "is_taken"),
    [(Site(), False), (Site(packs=("sleep",)), True), (Site(packs=("sleep", "dreams")), False)],
)
def test_a_pack_without_a_name_counts_unless_all_that_are_named_are_there(
    content: Path, site: Site, is_taken: bool
) -> None:
    watch = ContentWatch(content, site)
    watch.read()
    put(content, OTHER)
    write_pack(content / "b", pack="- [")
    taken = settled(watch)
    assert statements(taken) == ["A brief nap" if is_taken else "A short nap"]
    assert faults(taken)


def test_content_in_which_the_site_finds_nothing_is_refused(content: Path) -> None:
    watch = ContentWatch(content, Site())
    packs = watch.read().packs
    put(content, OTHER.replace("age_band: 12-15", "age_band: 18+"))
    taken = settled(watch)
    assert taken
    assert (taken.packs, faults(taken)) == (packs, [NOTHING])


def test_a_kiosk_that_had_to_ask_more_widely_goes_back_to_what_was_meant(content: Path) -> None:
    site = Site(languages=("ga",))
    watch = ContentWatch(content, site)
    assert watch.read().site == Site(age_band=AgeBand.YOUNG_TEEN)
    put(content, OTHER)
    taken = settled(watch)
    assert taken
    assert (statements(taken), taken.site.languages, faults(taken)) == (
        ["A brief nap"],
        (),
        [NOTHING],
    )
    write_pack(content / "b", pack=named("dreams", "ga"))
    taken = settled(watch)
    assert taken
    assert [pack.id for pack in watch.there] == ["sleep", "dreams"]
    assert ([pack.id for pack in taken.packs], taken.site, taken.problems) == (["dreams"], site, ())


def test_a_folder_that_is_one_pack_is_watched_too(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "sleep")
    watch = ContentWatch(folder, Site(packs=("sleep",)))
    assert watch.read().fresh
    put(tmp_path, FAULTY, "sleep")
    taken = settled(watch)
    assert statements(taken) == ["A short nap"]
    assert faults(taken)
    put(tmp_path, OTHER, "sleep")
    assert statements(settled(watch)) == ["A brief nap"]


def test_whatever_is_copied_in_pieces_only_whole_content_is_taken(
    content: Path, tmp_path: Path
) -> None:
    """Files come one by one, cut anywhere, in any order, while the kiosk looks, reads and takes."""
    chance = random.Random(7)
    sources = {}
    for version in ("brief", "quiet", "light"):
        folder = write_pack(
            tmp_path / version / "a",
            questions=QUESTIONS.replace("short nap", f"{version} nap").replace(
                "nap-helps", f"{version}-nap"
            ),
        )
        sources[version] = [
            path.relative_to(tmp_path / version) for path in sorted(folder.rglob("*.yaml"))
        ]
    watch = ContentWatch(content, Site())
    watch.read()
    seen = set()
    for number in range(60):
        version = chance.choice(list(sources))
        for name in chance.sample(sources[version], len(sources[version])):
            data = (tmp_path / version / name).read_bytes()
            for end in (chance.randrange(len(data)), len(data)):
                (content / name).write_bytes(data[:end])
                stamp = (number * 10 + end % 7) * 1_000_000_000
                os.utime(content / name, ns=(stamp, stamp))
                for _ in range(chance.randrange(4)):
                    chance.choice([watch.changed, watch.step, watch.take])()
                assert len(watch.taken.packs[0].questions) == 2
                assert (
                    len({question.statement[2:7] for question in watch.taken.packs[0].questions})
                    == 1
                )
        if chance.random() < 0.5:
            taken = settled(watch) or settled(watch)
            if taken:
                seen.add(statements(taken)[0])
    assert len(seen) == 3


# --- what is looked at ----------------------------------------------------------------------------


def test_a_look_sees_names_sizes_and_times(content: Path) -> None:
    looks = [fingerprint(content)]

    def look() -> None:
        looks.append(fingerprint(content))
        assert looks[-1] not in looks[:-1]

    put(content, OTHER)
    look()
    (content / "helplines.yaml").touch()
    look()
    (content / "b").mkdir()
    look()
    (content / "b").rename(content / "c")
    look()
    path = content / "a" / "pack.yaml"
    data, times = path.read_bytes(), path.stat()
    path.write_bytes(data.replace(b"Sleep", b"Slept"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))  # as a copying program may
    look()


def test_a_look_takes_no_notice_of_what_is_no_content(content: Path) -> None:
    before = fingerprint(content)
    (content / ".git").mkdir()
    (content / ".git" / "HEAD").touch()
    (content / "a" / ".pack.yaml.swp").touch()
    assert fingerprint(content) == before
    assert fingerprint(content / "nowhere") == ()


def test_a_look_bears_links_that_lead_nowhere_or_round_and_round(content: Path) -> None:
    before = fingerprint(content)
    (content / "broken.yaml").symlink_to("nowhere.yaml")
    (content / "round").symlink_to(content)
    (content / "self").symlink_to("self")
    assert before < fingerprint(content)
    assert len(fingerprint(content)) < 60
