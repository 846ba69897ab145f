"""Writes DICOM files of every kind into a folder, and beside each what pydicom reads from it, in the DICOM JSON Model.

Usage: generate.py FOLDER. The reader under test is held against pydicom's reading.
"""
import base64
import json
import struct
import sys
import warnings
import zlib
from io import BytesIO
from pathlib import Path

import pydicom
import pydicom.data
from pydicom import config
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.tag import Tag

warnings.simplefilter("ignore")
config.replace_un_with_known_vr = False
config.settings.reading_validation_mode = config.IGNORE
config.settings.writing_validation_mode = config.IGNORE

IMPLICIT = "1.2.840.10008.1.2"
EXPLICIT = "1.2.840.10008.1.2.1"
DEFLATED = "1.2.840.10008.1.2.1.99"
BIG_ENDIAN = "1.2.840.10008.1.2.2"
RLE = "1.2.840.10008.1.2.5"
JPEG = "1.2.840.10008.1.2.4.50"
BASIC_CLASS = "1.2.840.10008.5.1.4.1.1.7"
BINARY = ("OB", "OD", "OF", "OL", "OV", "OW", "UN")
WORD = {"OW": 2, "OF": 4, "OL": 4, "OD": 8, "OV": 8}

folder = Path(sys.argv[1])


def value_json(value, vr, little_endian):
    if vr == "SQ":
        return dataset_json(value, little_endian)
    if value is None or (isinstance(value, str) and value == ""):
        return None
    if vr == "PN":
        groups = zip(("Alphabetic", "Ideographic", "Phonetic"), value.components)
        return {name: text for name, text in groups if text} or None
    if vr == "AT":
        return f"{int(value):08X}"
    if vr in ("IS", "DS", "SV", "UV"):
        return str(getattr(value, "original_string", value)).strip()
    if vr in ("FL", "FD"):
        return float(value)
    if vr in ("US", "SS", "UL", "SL"):
        return int(value)
    return str(value).rstrip(" \0")


def element_json(element, little_endian):
    vr, value = str(getattr(element.VR, "value", element.VR)), element.value
    if vr in BINARY:
        if not value:
            return {"vr": vr}
        size = 1 if little_endian else WORD.get(vr, 1)
        swapped = b"".join(value[at : at + size][::-1] for at in range(0, len(value), size))
        return {"vr": vr, "InlineBinary": base64.b64encode(swapped).decode()}
    if element.is_empty and not (vr == "SQ" and len(value)):
        return {"vr": vr}
    values = value if element.VM > 1 or vr == "SQ" else [value]
    return {"vr": vr, "Value": [value_json(one, vr, little_endian) for one in values]}


def dataset_json(dataset, little_endian):
    return {
        f"{int(element.tag):08X}": element_json(element, little_endian)
        for element in dataset
        if element.tag.element != 0
    }


def base_dataset(**attributes):
    dataset = Dataset()
    dataset.SOPClassUID = BASIC_CLASS
    dataset.SOPInstanceUID = "1.2.3.4"
    for keyword, value in attributes.items():
        setattr(dataset, keyword, value)
    return dataset


def save(name, dataset, syntax=EXPLICIT):
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = syntax
    meta.MediaStorageSOPClassUID = BASIC_CLASS
    meta.MediaStorageSOPInstanceUID = "1.2.3.4"
    dataset.file_meta = meta
    dataset.is_implicit_VR = syntax == IMPLICIT
    dataset.is_little_endian = syntax != BIG_ENDIAN
    path = folder / f"{name}.dcm"
    dataset.save_as(path, write_like_original=False)
    expect(path)


def save_raw(name, encoded, syntax=EXPLICIT):
    """A file whose data set is given byte by byte."""
    meta = b"".join(
        (
            explicit("00020001", "OB", b"\0\1"),
            explicit("00020002", "UI", BASIC_CLASS.encode() + b"\0"),
            explicit("00020003", "UI", b"1.2.3.4\0"),
            explicit("00020010", "UI", syntax.encode() + b"\0" * (len(syntax) % 2)),
            explicit("00020012", "UI", b"1.2.3\0"),
        )
    )
    length = explicit("00020000", "UL", struct.pack("<L", len(meta)))
    path = folder / f"{name}.dcm"
    path.write_bytes(b"\0" * 128 + b"DICM" + length + meta + encoded)
    expect(path)


def expect(path):
    dataset = pydicom.dcmread(path)
    path.with_suffix(".json").write_text(json.dumps(dataset_json(dataset, dataset.is_little_endian)))


# Files that pydicom reads by guessing: the data set is not in the transfer syntax that is named, or none is named.
UNLIKE = ("SC_rgb_jpeg", "meta_missing_tsyntax")


def copy_samples():
    """The files that pydicom is tested with, as far as it reads them without being told to guess."""
    for source in sorted(Path(pydicom.data.__file__).parent.rglob("*.dcm")):
        if source.stem in UNLIKE:
            continue
        path = folder / f"sample-{source.name}"
        path.write_bytes(source.read_bytes())
        try:
            expect(path)
        except Exception:  # whatever it is, there is nothing to compare with
            path.unlink()


def tag_bytes(tag, order="<"):
    return struct.pack(order + "HH", int(tag[:4], 16), int(tag[4:], 16))


def explicit(tag, vr, value, order="<", length=None):
    length = len(value) if length is None else length
    if vr in ("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"):
        return tag_bytes(tag, order) + vr.encode() + b"\0\0" + struct.pack(order + "L", length) + value
    return tag_bytes(tag, order) + vr.encode() + struct.pack(order + "H", length) + value


def implicit(tag, value, length=None):
    return tag_bytes(tag) + struct.pack("<L", len(value) if length is None else length) + value


def item(value, length=None):
    return implicit("FFFEE000", value, length)


UNDEFINED = 0xFFFFFFFF
ITEM_END = implicit("FFFEE00D", b"")
SEQUENCE_END = implicit("FFFEE0DD", b"")
IDS = explicit("00080016", "UI", BASIC_CLASS.encode() + b"\0") + explicit("00080018", "UI", b"1.2.3.4\0")


def every_vr():
    dataset = base_dataset(
        SpecificCharacterSet="ISO_IR 192",
        RetrieveAETitle=["STORE1", "STORE2"],
        PatientAge="024Y",
        FrameIncrementPointer=[Tag(0x00181063), Tag(0x00181065)],
        ImageType=["ORIGINAL", "", "AXIAL"],
        StudyDate="20240229",
        SliceThickness="1.10",
        PixelSpacing=["0.5", "1e-5"],
        AcquisitionDateTime="20240229120000.123456+0100",
        RealWorldValueIntercept=1e-300,
        RecommendedDisplayFrameRateInFloat=0.1,
        SeriesNumber="-12",
        ReferencedFrameNumber=["1", "2147483647", "-2147483648"],
        Manufacturer="Würth & Söhne",
        OtherPatientIDs=["A", "B ", " C"],
        PatientComments="line one\r\nline \\ two  ",
        PatientName="Müller^Jörg^^Dr.^=山田^太郎=やまだ^たろう",
        OtherPatientNames=["A^B", "", "C==D"],
        AccessionNumber="0001",
        ReferencePixelX0=-5,
        TagAngleSecondAxis=-7,
        InstitutionAddress="Street 1\nTown",
        StudyTime="120000.5",
        LongCodeValue="x" * 300,
        ReferencedSOPInstanceUID=["1.2.3", "1.2.3.45"],
        SimpleFrameList=[1, 4294967295],
        RetrieveURL="http://host/studies/1?a=b  ",
        Rows=[65535],
        TextValue="text\\with backslash",
    )
    dataset.add_new(0x0072006D, "UN", b"\x00\x01\x02\x03")
    dataset.add_new(0x00720083, "UV", [0, 18446744073709551615])
    dataset.add_new(0x00720082, "SV", [-9223372036854775808, 5])
    dataset.add_new(0x00720081, "OV", bytes(range(16)))
    dataset.add_new(0x00720075, "OL", bytes(range(8)))
    dataset.add_new(0x00720067, "OF", struct.pack("<2f", 1.5, -2.25))
    dataset.add_new(0x00720073, "OD", struct.pack("<d", 3.14159))
    dataset.add_new(0x00720069, "OW", bytes(range(6)))
    dataset.add_new(0x00720065, "OB", bytes(range(4)))
    dataset.add_new(0x00720074, "FD", [1.7976931348623157e308, -0.0])
    dataset.add_new(0x00720076, "FL", [1.5, 3.4028234663852886e38])
    dataset.add_new(0x0072007E, "SS", [-32768, 32767])
    dataset.add_new(0x0072007C, "SL", [-2147483648])
    dataset.add_new(0x00091001, "LO", "private text")
    dataset.add_new(0x00090010, "LO", "CREATOR")
    dataset.add_new(0x00091002, "UN", b"\xfe\xff\x0d\xe0\0\0\0\0")
    return dataset


def every_vr_big_endian():
    dataset = every_vr()
    swap = {0x00720081: 8, 0x00720075: 4, 0x00720067: 4, 0x00720073: 8, 0x00720069: 2}
    for tag, size in swap.items():
        value = dataset[tag].value
        dataset[tag].value = b"".join(value[at : at + size][::-1] for at in range(0, len(value), size))
    return dataset


def empty_values():
    dataset = base_dataset()
    for keyword in ("PatientName", "PatientID", "StudyDate", "PatientWeight", "SeriesNumber", "Rows", "ImageType",
                    "FrameIncrementPointer", "RetrieveURL", "PatientComments", "RealWorldValueIntercept"):
        setattr(dataset, keyword, None)
    dataset.ReferencedStudySequence = Sequence([])
    dataset.ReferencedSeriesSequence = Sequence([Dataset(), base_dataset(), Dataset()])
    dataset.add_new(0x00720065, "OB", b"")
    return dataset


def nested(undefined):
    def level(depth):
        dataset = base_dataset(Modality=f"L{depth}")
        if depth < 8:
            children = Sequence([level(depth + 1), Dataset()])
            children.is_undefined_length = undefined
            for child in children:
                child.is_undefined_length_sequence_item = undefined
            dataset.ContentSequence = children
            dataset["ContentSequence"].is_undefined_length = undefined
        return dataset

    return level(0)


def signed_pixels(sign):
    dataset = base_dataset(PixelRepresentation=sign, BitsAllocated=16, Rows=1, Columns=2, SamplesPerPixel=1)
    vr = "SS" if sign else "US"
    dataset.add_new(0x00280106, vr, -5 if sign else 65531)
    dataset.add_new(0x00280120, vr, -1 if sign else 65535)
    dataset.add_new(0x7FE00010, "OW", b"\1\2\3\4")
    inner = Dataset()
    inner.add_new(0x00409216, vr, -2 if sign else 2)
    inner.add_new(0x00409211, vr, -3 if sign else 3)
    dataset.RealWorldValueMappingSequence = Sequence([inner])
    return dataset


CHARACTER_SETS = {
    "latin1": ("ISO_IR 100", "Buc^Jérôme"),
    "latin2": ("ISO_IR 101", "Wałęsa^Řehoř"),
    "latin3": ("ISO_IR 109", "Ĉapelo^Ġorġ"),
    "latin4": ("ISO_IR 110", "Ķirsis^Āda"),
    "cyrillic": ("ISO_IR 144", "Люкceмбypг"),
    "arabic": ("ISO_IR 127", "قباني^لنزار"),
    "greek": ("ISO_IR 126", "Διονυσιος"),
    "hebrew": ("ISO_IR 138", "שרון^דבורה"),
    "turkish": ("ISO_IR 148", "Çavuşoğlu^İbrahim"),
    "thai": ("ISO_IR 166", "นามสกุล^ชื่อ"),
    "katakana": ("ISO_IR 13", "ﾔﾏﾀﾞ^ﾀﾛｳ"),
    "utf8": ("ISO_IR 192", "Wang^XiaoDong=王^小东=ヤマダ"),
    "gb18030": ("GB18030", "Wang^XiaoDong=王^小东鎔㐀𠀀"),
    "gbk": ("GBK", "Wang^XiaoDong=王^小东東"),
    "japanese": (["", "ISO 2022 IR 87"], "Yamada^Tarou=山田^太郎=やまだ^たろう"),
    "japanese-katakana": (["ISO 2022 IR 13", "ISO 2022 IR 87"], "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう"),
    "japanese-supplement": (["", "ISO 2022 IR 87", "ISO 2022 IR 159"], "Yamada^Tarou=鷗^山田=やまだ"),
    "korean": (["", "ISO 2022 IR 149"], "Hong^Gildong=洪^吉洞=홍^길동"),
    "mixed-latin": (["ISO 2022 IR 100", "ISO 2022 IR 144", "ISO 2022 IR 126"], "Jérôme=Люкceм=Διον"),
}


def encapsulated(fragments, table=b"", frames=None):
    head = IDS + (explicit("00280008", "IS", f"{frames:<2}".encode()) if frames else b"")
    pixels = item(table) + b"".join(item(fragment) for fragment in fragments) + SEQUENCE_END
    return head + explicit("7FE00010", "OB", pixels, length=UNDEFINED)


def main():
    folder.mkdir(parents=True, exist_ok=True)
    for name, syntax in (("explicit", EXPLICIT), ("implicit", IMPLICIT), ("deflated", DEFLATED)):
        save(f"every-vr-{name}", every_vr(), syntax)
        save(f"empty-{name}", empty_values(), syntax)
        for sign in (0, 1):
            save(f"sign-{sign}-{name}", signed_pixels(sign), syntax)
        for undefined in (False, True):
            save(f"nested-{undefined}-{name}".lower(), nested(undefined), syntax)
    save("every-vr-big-endian", every_vr_big_endian(), BIG_ENDIAN)
    save("empty-big-endian", empty_values(), BIG_ENDIAN)
    save("nested-big-endian", nested(True), BIG_ENDIAN)
    for name, (terms, text) in CHARACTER_SETS.items():
        inner = Dataset()
        inner.PatientName = text
        inner.LongCodeValue = text
        dataset = base_dataset(SpecificCharacterSet=terms, PatientName=text, OtherPatientNames=[text, "Plain^Name", text],
                               StudyDescription=text, PatientComments=text, ReferencedPatientSequence=Sequence([inner]))
        save(f"text-{name}", dataset)
    own = Dataset()
    own.SpecificCharacterSet = "ISO_IR 144"
    own.PatientName = "Люкceмбypг"
    save("text-item-of-its-own", base_dataset(SpecificCharacterSet="ISO_IR 100", PatientName="Jérôme",
                                              ReferencedPatientSequence=Sequence([own])))

    lo = implicit("00100020", b"inside")
    nested_un = explicit("00091010", "UN", item(lo + implicit("00081140", item(lo) + SEQUENCE_END, UNDEFINED)) + SEQUENCE_END, length=UNDEFINED)
    creator = explicit("00090010", "LO", b"ME")
    save_raw("un-sequence", IDS + creator + nested_un)
    save_raw("un-sequence-item-undefined", IDS + creator + explicit("00091010", "UN", item(lo + ITEM_END, UNDEFINED) + SEQUENCE_END, length=UNDEFINED))
    save_raw("un-with-delimiters-inside", IDS + creator + explicit("00091010", "UN", ITEM_END + SEQUENCE_END))
    save_raw("un-delimiters-in-undefined-item", IDS + explicit("00081140", "SQ", item(creator + explicit("00091010", "OB", ITEM_END) + ITEM_END, UNDEFINED) + SEQUENCE_END, length=UNDEFINED))
    save_raw("un-known-tag", IDS + explicit("00100020", "UN", b"ID12"))
    save_raw("group-lengths", explicit("00080000", "UL", struct.pack("<L", len(IDS))) + IDS)
    save_raw("sequence-mixed-lengths", IDS + explicit("00081140", "SQ", item(explicit("00100020", "LO", b"AB")) + item(explicit("00100020", "LO", b"CD") + ITEM_END, UNDEFINED)))
    save_raw("big-endian-pixels", explicit("00080018", "UI", b"1.2.3.4\0", ">") + explicit("7FE00010", "OW", b"\1\2\3\4", ">"), BIG_ENDIAN)
    save_raw("rle-two-frames", encapsulated([b"\1\2\3\4", b"\5\6"], struct.pack("<2L", 0, 12), 2), RLE)
    save_raw("jpeg-no-table", encapsulated([b"\xff\xd8\1\2", b"\3\4\xff\xd9"]), JPEG)
    save_raw("encapsulated-in-item", IDS + explicit("00880200", "SQ", item(explicit("7FE00010", "OB", item(b"") + item(b"\1\2") + SEQUENCE_END, length=UNDEFINED))), JPEG)
    deflater = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    save_raw("deflated-odd", deflater.compress(IDS + creator) + deflater.flush(), DEFLATED)
    copy_samples()


main()
