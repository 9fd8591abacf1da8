# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The bundle for health records against the rules of FHIR R4 that concern what is in it:
# https://hl7.org/fhir/R4/bundle.html, observation.html, patient.html, datatypes.html. And sides.

import json
import os
import pathlib
import re
import xml.etree.ElementTree

import exchange_tap

UUID = re.compile(r"^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
ID = re.compile(r"^[A-Za-z0-9\-.]{1,64}$")
CODE = re.compile(r"^[^\s]+(\s[^\s]+)*$")
STRING = re.compile(r"^[ \r\n\t\S]+$", re.ASCII)
DATE_TIME = re.compile(
    r"^([0-9]([0-9]([0-9][1-9]|[1-9]0)|[1-9]00)|[1-9]000)(-(0[1-9]|1[0-2])(-(0[1-9]|[1-2][0-9]|3[0-1])"
    r"(T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?"
    r"(Z|(\+|-)((0[0-9]|1[0-3]):[0-5][0-9]|14:00)))?)?)?$"
)
# All that the rules allow here, of what we use.
OBSERVATION = {
    "resourceType", "id", "status", "category", "code", "subject", "effectiveDateTime", "performer",
    "valueQuantity", "valueCodeableConcept", "valueString", "valueBoolean", "dataAbsentReason",
    "bodySite", "component",
}
COMPONENT = {
    "code", "valueQuantity", "valueCodeableConcept", "valueString", "valueBoolean", "valueDateTime",
}
LOINC = {"72514-3": "Pain severity - 0-10 verbal numeric rating [Score] - Reported"}
UCUM = {"{score}", "{count}", "1", "s", "min", "cm", "mm", "deg"}
ABSENT = {"unknown"}


def bundle(folder):
    return json.loads((folder / "fhir.json").read_text())


def observations(folder):
    return [entry["resource"] for entry in bundle(folder)["entry"][1:]]


def check_loinc_digit(code):
    """The check digit of LOINC: modulus 10."""
    number, digit = code.split("-")
    odd = int("".join(reversed(number))[::2]) * 2
    even = "".join(reversed(number))[1::2]
    total = sum(int(d) for d in even + str(odd))
    return (10 - total % 10) % 10 == int(digit)


def check_concept(concept):
    assert set(concept) <= {"coding", "text"} and concept, concept
    for coding in concept.get("coding", []):
        assert set(coding) <= {"system", "code", "display"}, coding
        assert coding["system"].startswith(("http://", "urn:")), coding
        assert CODE.match(coding["code"]), coding
        if "display" in coding:
            assert STRING.match(coding["display"]), coding
        if coding["system"] == "http://loinc.org":
            assert coding["display"] == LOINC[coding["code"]], coding
            assert check_loinc_digit(coding["code"])
    if "text" in concept:
        assert STRING.match(concept["text"]), concept


def check_value(name, value):
    if name == "valueQuantity":
        assert set(value) <= {"value", "unit", "system", "code"}, value
        assert isinstance(value["value"], (int, float)) and not isinstance(value["value"], bool)
        # qty-3: a code has a system.
        if "code" in value:
            assert value["system"] == "http://unitsofmeasure.org" and value["code"] in UCUM, value
        if "unit" in value:
            assert STRING.match(value["unit"])
    elif name == "valueCodeableConcept":
        check_concept(value)
    elif name == "valueString":
        assert STRING.match(value) and len(value.encode()) <= 1024 * 1024
    elif name == "valueBoolean":
        assert isinstance(value, bool)
    elif name == "valueDateTime":
        assert DATE_TIME.match(value), value


def check_values(part):
    values = [name for name in part if name.startswith("value")]
    assert len(values) <= 1, part
    for name in values:
        check_value(name, part[name])
    return values


def the_bundle_is_one(folder):
    whole = bundle(folder)
    assert set(whole) == {"resourceType", "meta", "type", "entry"}
    assert whole["resourceType"] == "Bundle" and whole["type"] == "collection"
    urls = [entry["fullUrl"] for entry in whole["entry"]]
    assert all(UUID.match(url) for url in urls)
    # bdl-7: a fullUrl comes once; bdl-3, bdl-4: no request and no response in a collection.
    assert len(set(urls)) == len(urls)
    for entry in whole["entry"]:
        assert set(entry) == {"fullUrl", "resource"}
        assert entry["fullUrl"] == "urn:uuid:" + entry["resource"]["id"]
        assert ID.match(entry["resource"]["id"])


def the_notice_of_loinc_is_there(folder):
    (tag,) = bundle(folder)["meta"]["tag"]
    assert "Regenstrief" in tag["display"] and "http://loinc.org/license" in tag["display"]


def the_patient_has_no_name(folder):
    patient = bundle(folder)["entry"][0]["resource"]
    assert set(patient) == {"resourceType", "id"} and patient["resourceType"] == "Patient"


def observations_keep_the_rules(folder):
    patient = bundle(folder)["entry"][0]["fullUrl"]
    for resource in observations(folder):
        assert set(resource) <= OBSERVATION, set(resource) - OBSERVATION
        assert resource["resourceType"] == "Observation" and resource["status"] == "final"
        check_concept(resource["code"])
        for category in resource["category"]:
            check_concept(category)
        assert resource["subject"] == {"reference": patient}
        assert resource["performer"] == [{"reference": patient}]
        if "effectiveDateTime" in resource:
            assert DATE_TIME.match(resource["effectiveDateTime"]), resource["effectiveDateTime"]
        values = check_values(resource)
        # obs-6: a reason why there is no value, only where there is none.
        if "dataAbsentReason" in resource:
            assert not values
            check_concept(resource["dataAbsentReason"])
            assert resource["dataAbsentReason"]["coding"][0]["code"] in ABSENT
        if "bodySite" in resource:
            check_concept(resource["bodySite"])
        components = resource.get("component", [])
        assert "component" not in resource or components
        for component in components:
            assert set(component) <= COMPONENT, component
            check_concept(component["code"])
            assert check_values(component), component
            # obs-7: what a component says is not the value of the whole.
            assert component["code"].get("coding") != resource["code"].get("coding") or not values


def nothing_is_empty(folder):
    """No element without content, anywhere: ele-1."""

    def check(value, path):
        assert value not in ({}, [], "", None), path
        if isinstance(value, dict):
            for name, part in value.items():
                check(part, f"{path}.{name}")
        elif isinstance(value, list):
            for index, part in enumerate(value):
                check(part, f"{path}[{index}]")

    check(bundle(folder), "Bundle")


def every_kind_is_told(folder):
    codes = {o["code"]["coding"][0]["code"] for o in observations(folder) if "coding" in o["code"]}
    wanted = {"72514-3", "tightness", "visit", "exercise", "treatment", "event", "session",
              "session-step", "note", "tag", "spread", "nothing-today", "sleep", "ftf"}
    assert wanted <= codes, wanted - codes


def marks_without_a_level_say_so(folder):
    assert any(
        "dataAbsentReason" in o for o in observations(folder) if o["code"]["text"] == "Pain now"
    )


def all_marks_are_there(folder):
    journal = json.loads((folder / "journal.json").read_text())
    marks = {m["uid"]: m for e in journal["entries"] for m in e.get("marks", [])}
    found = {o["id"]: o for o in observations(folder) if o["id"] in marks}
    assert set(found) == set(marks)
    for uid, mark in marks.items():
        told = found[uid]
        assert told["code"]["coding"][0]["code"] == (
            "72514-3" if mark["scale"] == "pain" else "tightness"
        )
        assert told.get("valueQuantity", {}).get("value") == mark.get("level")
        site = told["bodySite"]
        if "coding" in site:
            assert site["coding"][0]["code"] == mark["region"]
        if "region_side" in mark:
            assert {"left": "Left ", "right": "Right "}.get(mark["region_side"], "") in site["text"]


def sides_are_the_persons_own(folder):
    """Each of the 53 pairs, and every place on the midline."""
    table = pathlib.Path(os.environ["FASCIA_SOURCE_ROOT"]) / "data/body/regions.xml"
    bases = {}
    told = {
        o["bodySite"]["coding"][0]["code"]: o["bodySite"]["text"]
        for o in observations(folder)
        if o["code"]["text"] == "Pain now" and "coding" in o["bodySite"]
    }
    for region in xml.etree.ElementTree.parse(table).iter("region"):
        code = region.get("id")
        assert code in told, code
        if code.endswith("-left"):
            bases.setdefault(code[: -len("-left")], {})["left"] = told[code]
        elif code.endswith("-right"):
            bases.setdefault(code[: -len("-right")], {})["right"] = told[code]
        else:
            assert told[code].endswith(" (midline)"), told[code]
            assert not re.match("(left|right) ", told[code].lower())
    assert len(bases) == 53, len(bases)
    for base, sides in bases.items():
        assert sides["left"].startswith("Left ") and sides["right"].startswith("Right "), base
        assert sides["left"][len("Left "):] == sides["right"][len("Right "):], base


exchange_tap.run(
    [
        the_bundle_is_one,
        the_notice_of_loinc_is_there,
        the_patient_has_no_name,
        observations_keep_the_rules,
        nothing_is_empty,
        every_kind_is_told,
        marks_without_a_level_say_so,
        all_marks_are_there,
        sides_are_the_persons_own,
    ]
)
