"""What happens at another desk while the tour is on its way."""

from dataclasses import replace

from app.domain.client import Client, ClientName
from app.services import clients
from app.services.unit import Desk


def amend(desk: Desk, client: Client) -> None:
    """Another spelling, telephone and town, of a client who is in hand."""
    own = client.record.names[0]
    names = (ClientName("Maxamed", own.family), *client.record.names[1:])
    town = "luoto" if client.record.municipality != "luoto" else "kruunupyy"
    new = replace(client.record, names=names, phone="050 765 4321", municipality=town)
    with desk.write() as unit:
        clients.amend(unit, client.id, new, client.revision)
