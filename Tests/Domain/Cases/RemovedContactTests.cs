using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Tests.Domain.Cases;

/// <summary>A deleted contact waits, uncounted, until it is brought back or the case is closed.</summary>
public sealed class RemovedContactTests
{
    [Fact]
    public void RemoveContact_Present_WaitsUncounted()
    {
        var covidCase = Entities.OpenCase();
        var contact = covidCase.AddContact();

        covidCase.RemoveContact(contact, Entities.Now);

        Assert.Empty(covidCase.Contacts);
        Assert.Equal(0, covidCase.ContactCount);
        Assert.Same(contact, Assert.Single(covidCase.RemovedContacts));
        Assert.Equal(Entities.Now, contact.RemovedAt);
        Assert.Empty(ContactSetting.Of(covidCase, contactId: null).Others);
    }

    [Fact]
    public void RestoreContact_Removed_IsCountedAgain()
    {
        var covidCase = Entities.OpenCase();
        var contact = covidCase.AddContact();
        covidCase.RemoveContact(contact, Entities.Now);
        var version = covidCase.Version;

        covidCase.RestoreContact(contact);

        Assert.Same(contact, Assert.Single(covidCase.Contacts));
        Assert.Empty(covidCase.RemovedContacts);
        Assert.Equal((1, version + 1), (covidCase.ContactCount, covidCase.Version));
    }

    [Fact]
    public void RestoreContact_NotRemovedOrOfAnotherCase_IsRefused()
    {
        var (mine, other) = (Entities.OpenCase(), Entities.OpenCase());
        var (present, foreign) = (mine.AddContact(), other.AddContact());
        other.RemoveContact(foreign, Entities.Now);

        Assert.Throws<InvalidOperationException>(() => mine.RestoreContact(present));
        Assert.Throws<InvalidOperationException>(() => mine.RestoreContact(foreign));
    }

    [Fact]
    public void AmendContact_Removed_IsRefused()
    {
        var covidCase = Entities.OpenCase();
        var contact = covidCase.AddContact();
        covidCase.RemoveContact(contact, Entities.Now);

        Assert.Throws<InvalidOperationException>(
            () => covidCase.AmendContact(contact, Entities.Details(Support.Drafts.Contact()), Entities.Now));
    }

    [Fact]
    public void CloseAndSend_WithRemovedContacts_KeepsNoneOfThem()
    {
        var covidCase = Entities.OpenCase();
        var (kept, removed) = (covidCase.AddContact(), covidCase.AddContact());
        covidCase.RemoveContact(removed, Entities.Now);

        covidCase.CloseAndSend(Entities.Referent, null, Entities.Now);

        Assert.Same(kept, Assert.Single(covidCase.Contacts));
        Assert.Empty(covidCase.RemovedContacts);
        Assert.Throws<CaseClosedException>(() => covidCase.RestoreContact(removed));
    }

    [Fact]
    public void CloseAndSend_OnlyRemovedContacts_WantsAReason()
    {
        var covidCase = Entities.OpenCase();
        covidCase.RemoveContact(covidCase.AddContact(), Entities.Now);

        Assert.Throws<InvalidOperationException>(() => covidCase.CloseAndSend(Entities.Referent, null, Entities.Now));
    }
}
