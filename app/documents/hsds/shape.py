"""The objects of HSDS 3.0 and their fields, as the official schemas have them.

A field with "!" must be there, one with "#" is a number, "name:kind" is an object and
"name:kind*" a list of objects. https://docs.openreferral.org/en/3.0/hsds/schema_reference.html
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_MORE: Final = "attributes:attribute* metadata:metadata*"
_TEXT: Final = {
    "accessibility": f"id! location_id description details url {_MORE}",
    "address": "id! location_id attention address_1! address_2 city! region state_province! "
    f"postal_code! country! address_type! {_MORE}",
    "attribute": "id! link_id taxonomy_term_id link_type link_entity value "
    "taxonomy_term:taxonomy_term metadata:metadata*",
    "contact": "id! organization_id service_id service_at_location_id location_id name title "
    f"department email phones:phone* {_MORE}",
    "cost_option": "id! service_id valid_from valid_to option currency amount# "
    f"amount_description {_MORE}",
    "funding": f"id! organization_id service_id source {_MORE}",
    "language": f"id! service_id location_id phone_id name code note {_MORE}",
    "location": "id! location_type! url organization_id name alternate_name description "
    "transportation latitude# longitude# external_identifier external_identifier_type "
    "languages:language* addresses:address* contacts:contact* accessibility:accessibility* "
    f"phones:phone* schedules:schedule* {_MORE}",
    "metadata": "id! resource_id resource_type last_action_date! last_action_type! field_name! "
    "previous_value! replacement_value! updated_by!",
    "organization": "id! name! alternate_name description! email website tax_status tax_id "
    "year_incorporated# legal_status logo uri parent_organization_id funding:funding* "
    "contacts:contact* phones:phone* locations:location* programs:program* "
    f"organization_identifiers:organization_identifier* {_MORE}",
    "organization_identifier": "id! organization_id identifier_scheme identifier_type! "
    f"identifier! {_MORE}",
    "phone": "id! location_id service_id organization_id contact_id service_at_location_id "
    f"number! extension# type description languages:language* {_MORE}",
    "program": f"id! organization_id name! alternate_name description! {_MORE}",
    "required_document": f"id! service_id document uri {_MORE}",
    "schedule": "id! service_id location_id service_at_location_id valid_from valid_to dtstart "
    "timezone# until count# wkst freq interval# byday byweekno bymonthday byyearday "
    f"description opens_at closes_at schedule_link attending_type notes {_MORE}",
    "service": "id! organization_id program_id name! alternate_name description url email "
    "status! interpretation_services application_process fees_description wait_time fees "
    "accreditations eligibility_description minimum_age# maximum_age# assured_date "
    "assurer_email licenses alert last_modified phones:phone* schedules:schedule* "
    "service_areas:service_area* service_at_locations:service_at_location* "
    "languages:language* organization:organization funding:funding* cost_options:cost_option* "
    f"program:program required_documents:required_document* contacts:contact* {_MORE}",
    "service_area": f"id! service_id name description extent extent_type uri {_MORE}",
    "service_at_location": "id! service_id location_id description contacts:contact* "
    f"phones:phone* schedules:schedule* location:location {_MORE}",
    "taxonomy": "id! name! description! uri version metadata:metadata*",
    "taxonomy_term": "id! code name! description! parent_id taxonomy language taxonomy_id "
    "term_uri taxonomy_detail:taxonomy metadata:metadata*",
}
CHOICES: Final[Mapping[str, Mapping[str, frozenset[str]]]] = {
    "address": {"address_type": frozenset({"physical", "postal", "virtual"})},
    "location": {"location_type": frozenset({"physical", "postal", "virtual"})},
    "schedule": {
        "freq": frozenset({"WEEKLY", "MONTHLY"}),
        "wkst": frozenset({"MO", "TU", "WE", "TH", "FR", "SA", "SU"}),
    },
    "service": {
        "status": frozenset({"active", "inactive", "defunct", "temporarily closed"}),
    },
}
# Fields that hold the id of another object, and of which kind; "" may be of any.
REFERENCES: Final = {
    "organization_id": "organization",
    "parent_organization_id": "organization",
    "service_id": "service",
    "location_id": "location",
    "service_at_location_id": "service_at_location",
    "program_id": "program",
    "phone_id": "phone",
    "contact_id": "contact",
    "taxonomy_term_id": "taxonomy_term",
    "parent_id": "taxonomy_term",
    "taxonomy_id": "taxonomy",
    "link_id": "",
    "resource_id": "",
}


@dataclass(frozen=True, slots=True)
class Child:
    """An object inside another one, or a list of them."""

    kind: str
    many: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """The fields of one kind of object."""

    texts: frozenset[str]
    numbers: frozenset[str]
    required: frozenset[str]
    children: Mapping[str, Child]


def _kind(fields: str) -> Kind:
    texts, numbers, required = set[str](), set[str](), set[str]()
    children: dict[str, Child] = {}
    for field in fields.split():
        name, _colon, kind = field.partition(":")
        if kind:
            children[name] = Child(kind.rstrip("*"), kind.endswith("*"))
            continue
        bare = name.rstrip("!#")
        (numbers if name.endswith("#") else texts).add(bare)
        if name.endswith("!"):
            required.add(bare)
    return Kind(frozenset(texts), frozenset(numbers), frozenset(required), children)


KINDS: Final[Mapping[str, Kind]] = {name: _kind(fields) for name, fields in _TEXT.items()}
