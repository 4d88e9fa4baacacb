"""The tables, one module a subject."""

from app.store.models.base import Base
from app.store.models.client import (
    ClientGroupRow,
    ClientIdentityRow,
    ClientKeyRow,
    ClientNameRow,
    ClientRelativeRow,
    ClientRow,
    ClientSensitiveRow,
    ProtectedReaderRow,
)
from app.store.models.counter import DayCounterRow, MonthCounterRow
from app.store.models.directory import (
    OrganisationChangeRow,
    OrganisationRow,
    ServiceChangeRow,
    ServiceDayRow,
    ServiceHoursRow,
    ServicePlaceRow,
    ServiceRow,
)
from app.store.models.link import ClientConsentRow, ClientLinkRow, VisitHiddenRow
from app.store.models.log import LogRow
from app.store.models.merging import ClientMergeRow, DifferentPersonRow
from app.store.models.path import (
    AgreedRow,
    AssessmentRow,
    ExtensionRow,
    LeaveRow,
    NoticeRow,
    OpenPlanRow,
    OrientationRow,
    PlanRow,
    ReviewRow,
    StepRow,
    TrainingRow,
)
from app.store.models.place import (
    ChipOrderRow,
    ChipRow,
    ExceptionalDayRow,
    LocationRow,
    OpeningWeekRow,
)
from app.store.models.published import PublishedCounterRow, PublishedMonthRow
from app.store.models.setting import SettingRow
from app.store.models.slip import ReferralRow, SlipCounterRow, SlipRow
from app.store.models.staff import DraftRow, StaffRow
from app.store.models.visit import AmendmentRow, VisitOutcomeRow, VisitRow, VisitTopicRow
from app.store.models.waiting import WaitingRow

__all__ = [
    "AgreedRow",
    "AmendmentRow",
    "AssessmentRow",
    "Base",
    "ChipOrderRow",
    "ChipRow",
    "ClientConsentRow",
    "ClientGroupRow",
    "ClientIdentityRow",
    "ClientKeyRow",
    "ClientLinkRow",
    "ClientMergeRow",
    "ClientNameRow",
    "ClientRelativeRow",
    "ClientRow",
    "ClientSensitiveRow",
    "DayCounterRow",
    "DifferentPersonRow",
    "DraftRow",
    "ExceptionalDayRow",
    "ExtensionRow",
    "LeaveRow",
    "LocationRow",
    "LogRow",
    "MonthCounterRow",
    "NoticeRow",
    "OpenPlanRow",
    "OpeningWeekRow",
    "OrganisationChangeRow",
    "OrganisationRow",
    "OrientationRow",
    "PlanRow",
    "ProtectedReaderRow",
    "PublishedCounterRow",
    "PublishedMonthRow",
    "ReferralRow",
    "ReviewRow",
    "ServiceChangeRow",
    "ServiceDayRow",
    "ServiceHoursRow",
    "ServicePlaceRow",
    "ServiceRow",
    "SettingRow",
    "SlipCounterRow",
    "SlipRow",
    "StaffRow",
    "StepRow",
    "TrainingRow",
    "VisitHiddenRow",
    "VisitOutcomeRow",
    "VisitRow",
    "VisitTopicRow",
    "WaitingRow",
]
