import json
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import argon2.low_level
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.recovery_code import RANDOM_BYTES, new_code
from app.store.key_slots import (
    STANDARD,
    Cost,
    KeyFile,
    Opened,
    key_file_of,
    new_key,
    open_recovery,
    open_slot,
    put_recovery,
    put_slot,
    read_key_file,
    remove_slot,
    slot_tag,
    tags,
)

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
KEY = bytes(range(32))
AINO = UUID("01920000-0000-7000-8000-00000000000a")
OMAR = UUID("01920000-0000-7000-8000-00000000000b")
CODE = new_code(bytes(range(RANDOM_BYTES)))
OTHER_CODE = new_code(bytes(RANDOM_BYTES))
DAMAGED = ["", "{", "[]", "null", "7", "\x00\x01", '{"format": "1"}', '{"format": 0}', "[" * 99_999]

texts = st.text(st.characters(codec=None), max_size=40)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A key file with a slot for Aino and one for Omar."""
    place = key_file_of(tmp_path / "portti.kp")
    KeyFile.create(place)
    put_slot(place, "aino", "sininen ovi", KEY, AINO, CHEAP)
    put_slot(place, "omar", "باب أزرق", KEY, OMAR, CHEAP)
    return place


def refused(call: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as refusal:
        call()
    return refusal.value


def outcome_of(path: Path) -> str:
    try:
        read_key_file(path)
    except Refused as refusal:
        return refusal.code
    return "read"


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    document = json.loads(path.read_bytes())
    change(document)
    path.write_text(json.dumps(document))


def test_each_person_opens_the_file_with_the_own_password(path: Path) -> None:
    assert open_slot(path, "aino", "sininen ovi") == Opened(KEY, AINO)
    assert open_slot(path, "omar", "باب أزرق") == Opened(KEY, OMAR)


def test_wrong_login_and_wrong_password_look_the_same(path: Path) -> None:
    wrong_password = refused(lambda: open_slot(path, "aino", "باب أزرق"))
    wrong_login = refused(lambda: open_slot(path, "nobody", "sininen ovi"))
    assert wrong_password.code == wrong_login.code == "sign_in_wrong"
    assert wrong_password.values == wrong_login.values == {}


def test_an_unknown_login_costs_the_same_work(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work: list[dict[str, object]] = []
    real = argon2.low_level.hash_secret_raw

    def watched(secret: bytes, salt: bytes, **cost: Any) -> bytes:
        work.append({"salt": len(salt), **cost})
        return real(secret, salt, **cost)

    monkeypatch.setattr(argon2.low_level, "hash_secret_raw", watched)
    refused(lambda: open_slot(path, "aino", "wrong"))
    refused(lambda: open_slot(path, "nobody", "wrong"))
    known, unknown = work
    assert known == unknown


@settings(deadline=None)
@given(login=texts, password=texts, wrong=texts)
def test_any_password_opens_its_slot_and_no_other_does(
    login: str, password: str, wrong: str
) -> None:
    assume(unicodedata.normalize("NFC", password) != unicodedata.normalize("NFC", wrong))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "portti.kp.keys"
        KeyFile.create(path)
        put_slot(path, login, password, KEY, AINO, CHEAP)
        assert open_slot(path, login, password) == Opened(KEY, AINO)
        assert refused(lambda: open_slot(path, login, wrong)).code == "sign_in_wrong"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unicode_form_never_locks_a_person_out(path: Path, form: Any) -> None:
    put_slot(path, "Åsa", "Hyvää yötä", KEY, AINO, CHEAP)
    login, password = (unicodedata.normalize(form, text) for text in ("åSA", "Hyvää yötä"))
    assert open_slot(path, login, password).staff_id == AINO


def test_case_matters_in_the_password_only(path: Path) -> None:
    assert open_slot(path, "AINO", "sininen ovi").staff_id == AINO
    assert refused(lambda: open_slot(path, "aino", "Sininen ovi")).code == "sign_in_wrong"


def test_a_new_password_replaces_the_old_one(path: Path) -> None:
    put_slot(path, "Aino", "punainen ovi", KEY, AINO, CHEAP)
    assert open_slot(path, "aino", "punainen ovi") == Opened(KEY, AINO)
    assert refused(lambda: open_slot(path, "aino", "sininen ovi")).code == "sign_in_wrong"
    assert len(tags(path)) == 2


def test_a_removed_person_opens_nothing_and_others_stay(path: Path) -> None:
    remove_slot(path, "AINO")
    assert refused(lambda: open_slot(path, "aino", "sininen ovi")).code == "sign_in_wrong"
    assert open_slot(path, "omar", "باب أزرق").staff_id == OMAR
    remove_slot(path, "aino")
    assert tags(path) == {slot_tag(path, "omar")}


def test_slots_and_people_can_be_compared(path: Path) -> None:
    put_recovery(path, CODE, KEY, AINO, CHEAP)
    assert tags(path) == {slot_tag(path, "Aino"), slot_tag(path, "OMAR")}
    assert slot_tag(path, "nobody") not in tags(path)


def test_a_login_has_another_tag_in_each_file(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.kp.keys"
    KeyFile.create(other)
    assert slot_tag(path, "aino") != slot_tag(other, "aino")


def test_slots_cannot_be_swapped_between_people(path: Path) -> None:
    aino, omar = slot_tag(path, "aino"), slot_tag(path, "omar")

    def swap(document: dict[str, Any]) -> None:
        slots = document["slots"]
        slots[aino], slots[omar] = slots[omar], slots[aino]

    edit(path, swap)
    assert refused(lambda: open_slot(path, "aino", "باب أزرق")).code == "sign_in_wrong"
    assert refused(lambda: open_slot(path, "omar", "sininen ovi")).code == "sign_in_wrong"


def test_a_slot_opens_in_no_other_file(path: Path) -> None:
    edit(path, lambda document: document.update(file=str(OMAR)))
    assert refused(lambda: open_slot(path, "aino", "sininen ovi")).code == "sign_in_wrong"


@pytest.mark.parametrize("part", ["salt", "nonce", "sealed"])
def test_a_slot_with_one_bit_changed_opens_nothing(path: Path, part: str) -> None:
    slot = slot_tag(path, "aino")

    def flip(document: dict[str, Any]) -> None:
        changed = bytearray.fromhex(document["slots"][slot][part])
        changed[-1] ^= 1
        document["slots"][slot][part] = changed.hex()

    edit(path, flip)
    assert refused(lambda: open_slot(path, "aino", "sininen ovi")).code == "sign_in_wrong"


def test_the_printed_code_opens_the_file_however_it_is_typed(path: Path) -> None:
    put_recovery(path, CODE, KEY, AINO, CHEAP)
    assert open_recovery(path, CODE.lower().replace("-", " ")) == Opened(KEY, AINO)


def test_another_code_opens_nothing(path: Path) -> None:
    put_recovery(path, CODE, KEY, AINO, CHEAP)
    assert refused(lambda: open_recovery(path, OTHER_CODE)).code == "recovery_wrong"
    assert refused(lambda: open_recovery(path, CODE[:-1])).code == "recovery_mistyped"
    put_recovery(path, OTHER_CODE, KEY, AINO, CHEAP)
    assert refused(lambda: open_recovery(path, CODE)).code == "recovery_wrong"


def test_a_file_without_a_printed_code_opens_for_none(path: Path) -> None:
    assert refused(lambda: open_recovery(path, CODE)).code == "recovery_wrong"


def test_a_person_called_recovery_is_a_person(path: Path) -> None:
    put_recovery(path, CODE, KEY, AINO, CHEAP)
    put_slot(path, "recovery", "sininen ovi", KEY, OMAR, CHEAP)
    assert open_slot(path, "recovery", "sininen ovi").staff_id == OMAR
    assert open_recovery(path, CODE).staff_id == AINO
    assert refused(lambda: open_slot(path, "recovery", CODE)).code == "sign_in_wrong"


def test_no_secret_and_no_name_stands_in_the_file(path: Path) -> None:
    put_recovery(path, CODE, KEY, AINO, CHEAP)
    text = path.read_text().lower()
    secrets = "aino", "omar", "sininen", CODE.lower(), KEY.hex(), str(AINO), AINO.hex
    assert not [secret for secret in secrets if secret in text]


def test_no_secret_stands_in_a_repr_or_an_error(path: Path) -> None:
    assert repr(Opened(KEY, AINO)) == f"Opened(staff_id={AINO!r})"
    shown = repr(read_key_file(path))
    stored = json.loads(path.read_bytes())["slots"][slot_tag(path, "aino")]
    assert not [part for part in ("salt", "nonce", "sealed") if stored[part] in shown]
    errors = [
        refused(lambda: open_slot(path, "aino", "wrong word \ud800")),
        refused(lambda: open_recovery(path, CODE)),
    ]
    assert not [error for error in errors if "wrong word" in repr(error) or CODE in repr(error)]
    assert {error.__context__ for error in errors} == {None}


def test_a_key_of_another_length_is_a_fault_of_the_caller(path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes") as error:
        put_slot(path, "aino", "sininen ovi", KEY[:-1], AINO, CHEAP)
    assert KEY[:-1].hex() not in str(error.value)
    assert open_slot(path, "aino", "sininen ovi").key == KEY


def test_keys_are_random() -> None:
    assert len({new_key() for _ in range(20)}) == 20
    assert len(new_key()) == 32


def test_the_key_file_lies_beside_the_database(path: Path) -> None:
    assert path.name == "portti.kp.keys"
    assert list(path.parent.iterdir()) == [path]


def test_an_old_key_file_is_never_written_over(path: Path) -> None:
    assert refused(lambda: KeyFile.create(path)).code == "key_file_exists"
    assert open_slot(path, "aino", "sininen ovi").key == KEY


def test_a_missing_key_file_is_named(tmp_path: Path) -> None:
    refusal = refused(lambda: open_slot(tmp_path / "portti.kp.keys", "aino", "sininen ovi"))
    assert (refusal.code, refusal.values) == ("key_file_missing", {"file": "portti.kp.keys"})


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_key_file_is_named(path: Path, content: str) -> None:
    path.write_text(content)
    refusal = refused(lambda: read_key_file(path))
    assert (refusal.code, refusal.values) == ("key_file_damaged", {"file": "portti.kp.keys"})


json_values: st.SearchStrategy[object] = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just({})
)
PLACES = [
    ["format"],
    ["file"],
    ["salt"],
    ["slots"],
    ["slots", "TAG"],
    *(["slots", "TAG", part] for part in ("argon2id", "salt", "nonce", "sealed")),
    *(["slots", "TAG", "argon2id", part] for part in ("memory_kib", "passes", "lanes")),
]


@settings(deadline=None)
@given(st.sampled_from(PLACES), json_values | st.just("00"))
def test_no_value_in_the_file_makes_more_than_a_refusal(place: list[str], value: object) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "portti.kp.keys"
        KeyFile.create(path)
        put_slot(path, "aino", "sininen ovi", KEY, AINO, CHEAP)
        tag = slot_tag(path, "aino")
        *way, last = [tag if step == "TAG" else step for step in place]

        def change(document: dict[str, Any]) -> None:
            for step in way:
                document = document[step]
            document[last] = value

        edit(path, change)
        assert outcome_of(path) in {"read", "key_file_damaged", "schema_newer"}


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_no_content_makes_more_than_a_refusal(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "portti.kp.keys"
        path.write_bytes(content)
        assert refused(lambda: read_key_file(path)).code == "key_file_damaged"


def test_a_newer_format_asks_for_a_newer_program(path: Path) -> None:
    edit(path, lambda document: document.update(format=2, slots="unknown here"))
    refusal = refused(lambda: open_slot(path, "aino", "sininen ovi"))
    assert (refusal.code, refusal.values) == ("schema_newer", {"found": 2, "known": 1})


def test_the_cost_stands_in_each_slot_and_can_be_raised(path: Path) -> None:
    dearer = Cost(memory_kib=32, passes=2, lanes=2)
    put_slot(path, "aino", "sininen ovi", KEY, AINO, dearer)
    costs = {slot.cost for slot in read_key_file(path).slots.values()}
    assert costs == {CHEAP, dearer}
    assert open_slot(path, "aino", "sininen ovi").key == KEY
    assert open_slot(path, "omar", "باب أزرق").key == KEY


@pytest.mark.parametrize("cost", [(7, 1, 1), (2**21, 1, 1), (8, 0, 1), (8, 101, 1), (8, 1, 0)])
def test_a_cost_out_of_range_is_refused_before_it_is_spent(cost: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="out of range"):
        Cost(*cost)


def test_the_standard_cost(path: Path) -> None:
    assert Cost(memory_kib=65536, passes=3, lanes=4) == STANDARD
    put_slot(path, "aino", "sininen ovi", KEY, AINO)
    stored = json.loads(path.read_bytes())["slots"][slot_tag(path, "aino")]
    assert stored["argon2id"] == {"memory_kib": 65536, "passes": 3, "lanes": 4}
    assert open_slot(path, "aino", "sininen ovi") == Opened(KEY, AINO)
    assert refused(lambda: open_slot(path, "aino", "wrong")).code == "sign_in_wrong"


def test_importing_the_module_loads_no_cipher() -> None:
    code = "import sys, app.store.key_slots; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    roots = {name.partition(".")[0] for name in loaded.stdout.split()}
    assert not roots & {"argon2", "cryptography", "sqlalchemy", "PySide6"}
