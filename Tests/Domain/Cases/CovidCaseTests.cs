using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Tests.Support;
using static CovidSchoolReporting.Tests.Domain.Cases.Entities;

namespace CovidSchoolReporting.Tests.Domain.Cases;

public sealed class CovidCaseTests
{
    private static readonly Receipt _receipt = new("2020/0000001", Now.AddMinutes(1));

    [Fact]
    public void Open_BySchool_BelongsToItsInstitute()
    {
        var opened = OpenCase();

        Assert.Equal((3, 11, Now), (opened.InstituteId, opened.OpenedBy, opened.OpenedAt));
        Assert.Equal((CaseStatus.Open, 1, 1, 0), (opened.Status, opened.Version, opened.Revision, opened.ContactCount));
        Assert.Equal((7, Territory.Milano), (opened.SchoolSiteId, opened.Territory));
        Assert.Null(opened.Delivery);
    }

    [Fact]
    public void Open_ByTheAgency_Throws()
    {
        var staff = Actor.OfAgency(1, "Operatore", Role.AgencyOperator, Territory.Milano);

        Assert.Throws<InvalidOperationException>(() => CovidCase.Open(staff, Guid.NewGuid(), Details(Drafts.Case()), Policy, Now));
    }

    [Fact]
    public void Commands_WithADayInTheFuture_ThrowAndChangeNothing()
    {
        var opened = OpenCase();
        var contact = opened.AddContact();
        var before = (opened.Version, contact.Revision);
        var tomorrow = new DateOnly(2020, 11, 26);
        var details = Details(Drafts.Contact()) with { LastContactDate = tomorrow };

        Assert.Throws<InvalidOperationException>(() => opened.Amend(Details(Drafts.Case()) with { LastDayAttended = tomorrow }, Now));
        Assert.Throws<InvalidOperationException>(() => opened.AddContact(Guid.NewGuid(), details, Now));
        Assert.Throws<InvalidOperationException>(() => opened.AmendContact(contact, details, Now));

        Assert.Equal(before, (opened.Version, contact.Revision));
        Assert.Single(opened.Contacts);
    }

    [Fact]
    public void Version_CountsEveryChangeOfTheWhole_RevisionOnlyThoseOfThePerson()
    {
        var opened = OpenCase();
        var contact = opened.AddContact();
        Assert.Equal((2, 1, 1), (opened.Version, opened.Revision, contact.Revision));

        opened.AmendContact(contact, Details(Drafts.Contact()), Now);
        Assert.Equal((3, 1, 2), (opened.Version, opened.Revision, contact.Revision));

        opened.Amend(Details(Drafts.Case(d => d.Surname = "Verdi")), Now);
        Assert.Equal((4, 2, 2), (opened.Version, opened.Revision, contact.Revision));

        opened.RemoveContact(contact, Entities.Now);
        Assert.Equal((5, 2), (opened.Version, opened.Revision));
    }

    [Fact]
    public void ContactCount_FollowsTheContacts()
    {
        var opened = OpenCase();
        var first = opened.AddContact();
        opened.AddContact(d => d.Surname = "Neri");
        Assert.Equal((2, 2), (opened.ContactCount, opened.Contacts.Count));

        opened.RemoveContact(first, Entities.Now);

        Assert.Equal(1, opened.ContactCount);
        Assert.Equal("Neri", Assert.Single(opened.Contacts).Surname);
    }

    [Fact]
    public void Contacts_OfAnotherCase_AreRefused()
    {
        var mine = OpenCase();
        mine.AddContact();
        var foreign = OpenCase().AddContact();

        Assert.Throws<InvalidOperationException>(() => mine.AmendContact(foreign, Details(Drafts.Contact()), Now));
        Assert.Throws<InvalidOperationException>(() => mine.RemoveContact(foreign, Entities.Now));

        Assert.Equal((1, 2, 1), (mine.ContactCount, mine.Version, foreign.Revision));
    }

    [Fact]
    public void RemoveContact_Twice_IsRefusedTheSecondTime()
    {
        var opened = OpenCase();
        var contact = opened.AddContact();
        opened.RemoveContact(contact, Entities.Now);

        Assert.Throws<InvalidOperationException>(() => opened.RemoveContact(contact, Entities.Now));

        Assert.Equal(0, opened.ContactCount);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void CloseAndSend_NoContactsAndNoReason_ThrowsAndStaysOpen(string? reason)
    {
        var opened = OpenCase();

        Assert.Throws<InvalidOperationException>(() => opened.CloseAndSend(Referent, reason, Now));

        Assert.Equal((CaseStatus.Open, 1), (opened.Status, opened.Version));
        Assert.Null(opened.Delivery);
        Assert.Null(opened.ClosedAt);
    }

    [Fact]
    public void CloseAndSend_NoContactsWithAReason_KeepsTheReason()
    {
        var opened = OpenCase();

        opened.CloseAndSend(Referent, "  Assente da giorni ", Now);

        Assert.Equal((CaseStatus.Closed, "Assente da giorni"), (opened.Status, opened.NoContactsReason));
    }

    [Fact]
    public void CloseAndSend_WithContacts_PreparesItsDeliveryAndIgnoresTheReason()
    {
        var opened = OpenCase();
        opened.AddContact();

        opened.CloseAndSend(Referent, "non serve", Now.AddHours(1));

        Assert.Null(opened.NoContactsReason);
        Assert.Equal((11, Now.AddHours(1)), (opened.ClosedBy, opened.ClosedAt));
        Assert.Equal(
            (opened.RequestKey, Now.AddHours(1), DeliveryState.Pending, 0),
            (opened.Delivery!.Key, opened.Delivery.PreparedAt, opened.Delivery.State, opened.Delivery.Attempts));
    }

    [Fact]
    public void Closed_EveryCommand_ThrowsAndChangesNothing()
    {
        var closed = OpenCase();
        var contact = closed.AddContact();
        closed.CloseAndSend(Referent, null, Now);
        var delivery = closed.Delivery;
        var before = (closed.Version, closed.Revision, contact.Revision, closed.ClosedAt);
        Action[] commands =
        [
            () => closed.Amend(Details(Drafts.Case()), Now),
            () => closed.AddContact(),
            () => closed.AmendContact(contact, Details(Drafts.Contact()), Now),
            () => closed.RemoveContact(contact, Entities.Now),
            () => closed.CloseAndSend(Referent, "di nuovo", Now.AddDays(1)),
        ];

        Assert.All(commands, command => Assert.Throws<CaseClosedException>(command));

        Assert.Equal(before, (closed.Version, closed.Revision, contact.Revision, closed.ClosedAt));
        Assert.Same(delivery, closed.Delivery);
        Assert.Same(contact, Assert.Single(closed.Contacts));
    }

    [Fact]
    public void AcknowledgeReceipt_OfAnOpenCase_Throws() =>
        Assert.Throws<InvalidOperationException>(() => OpenCase().AcknowledgeReceipt(_receipt));

    [Fact]
    public void AcknowledgeReceipt_SameAgain_ChangesNothing()
    {
        var closed = ClosedCase();
        closed.AcknowledgeReceipt(_receipt);
        var version = closed.Version;

        closed.AcknowledgeReceipt(_receipt with { ReceivedAt = _receipt.ReceivedAt.AddHours(5) });

        Assert.Equal((_receipt.ProtocolNumber, _receipt.ReceivedAt, version), (closed.ProtocolNumber, closed.ReceivedAt, closed.Version));
    }

    [Fact]
    public void AcknowledgeReceipt_OfAnotherNumber_ThrowsAndKeepsTheFirst()
    {
        var closed = ClosedCase();
        closed.AcknowledgeReceipt(_receipt);

        Assert.Throws<InvalidOperationException>(() => closed.AcknowledgeReceipt(new Receipt("2020/0000002", Now)));

        Assert.Equal((_receipt.ProtocolNumber, _receipt.ReceivedAt), (closed.ProtocolNumber, closed.ReceivedAt));
    }

    private static CovidCase ClosedCase()
    {
        var closed = OpenCase();
        closed.CloseAndSend(Referent, "Assente da giorni", Now);
        return closed;
    }
}
