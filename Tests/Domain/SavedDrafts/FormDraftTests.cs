using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Domain.SavedDrafts;

/// <summary>What a form's draft holds comes back whole, and takes nothing from a page that does not belong in it.</summary>
public sealed class FormDraftTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var mine = Drafts.Case(d =>
        {
            d.Surname = "D’Addò <b>\"\\";
            d.Confirmations = [new ConfirmedWarning("code", "field", "perché sì")];
            (d.Id, d.Revision, d.Sex) = (12, 3, Sex.Female);
        });
        var written = new FormDraft(mine, Drafts.Case(), Guid.NewGuid(), new Dictionary<string, string> { ["reason-a-b"] = "gita" });

        var read = FormDraft.Read(Stored(DraftKey.OfCase(12), written.Write()))!;

        Assert.Equivalent(written.Mine, read.Mine, strict: true);
        Assert.Equivalent(written.Original, read.Original, strict: true);
        Assert.Equal((written.Tab, "gita"), (read.Tab, read.Reasons["reason-a-b"]));
    }

    [Fact]
    public void Write_EveryFieldAtItsLimit_FitsEasily()
    {
        var longest = Drafts.Case();
        foreach (var field in DraftComparison.FieldsOf(typeof(CaseDraft)).Where(f => f.PropertyType == typeof(string)))
        {
            field.SetValue(longest, new string('"', FieldLimits.Of(field.Name)));
        }

        var reasons = Enumerable.Range(0, 20).ToDictionary(n => $"reason-{n}", _ => new string('"', FieldLimits.Reason));

        Assert.InRange(new FormDraft(longest, longest, Guid.NewGuid(), reasons).Write().Length, 1, SavedDraft.FormMaxLength);
    }

    [Theory]
    [InlineData("")]
    [InlineData("non è json")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"Mine\":{},\"Original\":{}}")]
    [InlineData("{\"Mine\":[],\"Original\":{},\"Reasons\":{}}")]
    [InlineData("{\"Mine\":{\"Role\":\"Astronaut\"},\"Original\":{}}")]
    public void Read_SomethingElse_IsNothing(string content) =>
        Assert.Null(FormDraft.Read(Stored(DraftKey.OfCase(1), content)));

    [Fact]
    public void Read_AList_IsNothing() => Assert.Null(FormDraft.Read(Stored(DraftKey.ContactImport(1), "{}")));

    [Fact]
    public void With_FieldsOfThePage_TakesEachByItsKind()
    {
        var taken = (ContactDraft)Draft(new ContactDraft()).With(new Dictionary<string, string>
        {
            [nameof(ContactDraft.Surname)] = "Quattrocch",
            [nameof(ContactDraft.Role)] = "1",
            [nameof(ContactDraft.Sex)] = "-1",
            [nameof(ContactDraft.FiscalCodeUnavailable)] = "true",
        }).Mine;

        Assert.Equal(("Quattrocch", PersonRole.Teacher, null, true), (taken.Surname, taken.Role, taken.Sex, taken.FiscalCodeUnavailable));
    }

    [Fact]
    public void With_UnknownFieldsAndImpossibleValues_ChangesNothing()
    {
        var mine = Drafts.Contact(d => (d.Id, d.Revision, d.Sex) = (5, 2, Sex.Male));
        var before = DraftComparison.Clone(mine);

        var taken = Draft(mine).With(new Dictionary<string, string>
        {
            ["Id"] = "99",
            ["Revision"] = "7",
            ["RequestKey"] = Guid.NewGuid().ToString(),
            ["Confirmations"] = "[]",
            ["SchoolName"] = "Non è di un contatto",
            [nameof(ContactDraft.Role)] = "99",
            [nameof(ContactDraft.Sex)] = "uomo",
            [nameof(ContactDraft.FiscalCodeUnavailable)] = "forse",
        });

        Assert.Equivalent(before, taken.Mine, strict: true);
    }

    [Fact]
    public void With_TooLongATextOrTooManyReasons_CutsThem()
    {
        var fields = Enumerable.Range(0, 100).ToDictionary(n => $"reason-{n}", _ => new string('x', 1000));
        fields[nameof(ContactDraft.Surname)] = new string('x', 1000);

        var taken = Draft(new ContactDraft()).With(fields);

        Assert.Equal(FieldLimits.Name, taken.Mine.Surname.Length);
        Assert.Equal(20, taken.Reasons.Count);
        Assert.All(taken.Reasons.Values, reason => Assert.Equal(FieldLimits.Reason, reason.Length));
    }

    [Fact]
    public void With_AnotherValue_OpensWhatWasConfirmed()
    {
        var confirmed = Drafts.Contact(d => d.Confirmations = [new ConfirmedWarning("code", "field", null)]);

        Assert.Single(Draft(confirmed).With(new Dictionary<string, string> { [nameof(ContactDraft.Name)] = confirmed.Name }).Mine.Confirmations);
        Assert.Empty(Draft(confirmed).With(new Dictionary<string, string> { [nameof(ContactDraft.Name)] = "Altro" }).Mine.Confirmations);
    }

    private static FormDraft Draft(PersonDraft mine) => new(mine, mine, Guid.NewGuid(), new Dictionary<string, string>());

    private static StoredDraft Stored(DraftKey key, string content) => new(key, content, default, 1);
}
