using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rosters;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Domain.Rosters;

public sealed class RosterFillingTests
{
    private static readonly RosterDraft _known = Support.Rosters.Person(change: draft =>
        (draft.FiscalCode, draft.Sex, draft.Address) = (Drafts.MarioRossi, Sex.Male, "via Roma 1"));

    [Fact]
    public void FillEmpty_EmptyForm_TakesAllThatIsKnown()
    {
        var draft = new ContactDraft { Surname = "abb" };

        RosterFilling.FillEmpty(draft, _known);

        Assert.Equal(
            ("Abbiati", "Luca", Drafts.MarioRossi, "13/01/2010", Sex.Male, PersonRole.Pupil, "5", "B", "Milano (MI)", "336 5555555", "via Roma 1"),
            (draft.Surname, draft.Name, draft.FiscalCode, draft.BirthDate, draft.Sex, draft.Role, draft.ClassName, draft.Section,
                draft.Domicile, draft.Phone, draft.Address));
    }

    [Fact]
    public void FillEmpty_WhatWasTyped_Stays()
    {
        var draft = new ContactDraft { Surname = "abb", Phone = "02 1234567", ClassName = "4", Role = PersonRole.Teacher };

        RosterFilling.FillEmpty(draft, _known);

        Assert.Equal(("02 1234567", "4", "B", PersonRole.Teacher), (draft.Phone, draft.ClassName, draft.Section, draft.Role));
    }

    [Fact]
    public void FillEmpty_CodeSaidToBeMissing_StaysMissing()
    {
        var draft = new ContactDraft { FiscalCodeUnavailable = true };

        RosterFilling.FillEmpty(draft, _known);

        Assert.Equal("", draft.FiscalCode);
    }

    [Fact]
    public void NewContact_StaffWithoutClass_WereMetInTheClassOfTheCase()
    {
        var caretaker = Support.Rosters.Person(change: d => (d.Role, d.ClassName, d.Section) = (PersonRole.AuxiliaryStaff, "", ""));
        var ofCase = Drafts.Case(d => (d.ClassName, d.Section) = ("3", "C"));

        var contact = RosterFilling.NewContact(caretaker, ofCase, Guid.NewGuid());

        Assert.Equal(("3", "C"), (contact.ClassName, contact.Section));
    }

    [Fact]
    public void NewContact_WarningsConfirmedAtTheLoading_StayConfirmed()
    {
        var confirmed = new ConfirmedWarning("PupilTooOld", nameof(RosterDraft.BirthDate), null);
        var known = Support.Rosters.Person(change: d => d.Confirmations.Add(confirmed));

        var contact = RosterFilling.NewContact(known, Drafts.Case(), Guid.NewGuid());

        Assert.Equal([confirmed], contact.Confirmations);
        Assert.NotSame(known.Confirmations, contact.Confirmations);
    }
}
