from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest.decode import Decoded, decode
from kg.ingest.settings import read_settings

FRENCH = "L'armée belge a été déployée à Liège, où « l'enquête » se poursuit."
ARABIC = "أعلنت السلطات عن تفكيك خلية إرهابية في مدينة طنجة صباح اليوم."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(FRENCH, code) for code in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "iso-8859-15", "mac_roman")]
    + [(ARABIC, code) for code in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1256")],
)
def test_what_was_encoded_is_read(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert isinstance(decoded, Decoded)
    assert decoded.text == text
    assert decoded.warning is None


def test_utf_16_without_a_mark() -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        assert decode(FRENCH.encode(encoding)) == Decoded(FRENCH, encoding)


def test_newlines_stay() -> None:
    assert decode(b"un\r\ndeux\rtrois\n") == Decoded("un\r\ndeux\rtrois\n", "utf-8")


def test_a_declared_encoding_goes_before_a_guess_and_after_utf_8() -> None:
    data = "prix : 5 €".encode("iso-8859-15")
    assert decode(data, "iso-8859-15") == Decoded("prix : 5 €", "iso8859-15")
    assert decode("é".encode(), "cp1252") == Decoded("é", "utf-8")


@pytest.mark.parametrize("hint", ["nonsense", "hex", "rot13", "unicode_escape", "idna", "", "a\0b"])
def test_a_useless_declaration_is_passed_over(hint: str) -> None:
    decoded = decode(FRENCH.encode("cp1252"), hint)
    assert isinstance(decoded, Decoded)
    assert decoded.text == FRENCH


def test_damaged_utf_8_keeps_its_accents() -> None:
    decoded = decode((FRENCH * 3).encode() + b"\xff fin")
    assert isinstance(decoded, Decoded)
    assert decoded.text == FRENCH * 3 + "\ufffd fin"
    assert decoded.warning is not None
    assert decoded.warning.startswith("1 invalid")


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u200b \u200e".encode()])
def test_nothing_to_read(data: bytes) -> None:
    assert decode(data) == "no text: empty or only white space"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9, bytes(range(256)) * 4, b"abc\0def", b"\x01\x02a" * 50]
)
def test_binary(data: bytes) -> None:
    reason = decode(data)
    assert isinstance(reason, str)
    assert "binary" in reason


def test_too_large() -> None:
    reason = decode(b"a" * (read_settings().bytes + 1))
    assert isinstance(reason, str)
    assert "20000000" in reason


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_that_can_be_encoded_or_one_line(data: bytes) -> None:
    decoded = decode(data)
    if isinstance(decoded, str):
        assert "\n" not in decoded
    else:
        assert decoded.text.encode()
