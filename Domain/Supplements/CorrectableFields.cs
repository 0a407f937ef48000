using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Domain.Supplements;

/// <summary>Which fields of what was sent a school may correct afterwards, by the names that they have in the drafts.</summary>
public static class CorrectableFields
{
    private static readonly string[] Person =
    [
        nameof(PersonDraft.Surname), nameof(PersonDraft.Name), nameof(PersonDraft.FiscalCode), nameof(PersonDraft.BirthDate),
        nameof(PersonDraft.ClassName), nameof(PersonDraft.Section), nameof(PersonDraft.Domicile), nameof(PersonDraft.Phone),
    ];

    public static IReadOnlyList<string> OfCase { get; } =
    [
        .. Person, nameof(CaseDraft.SecondPhone), nameof(CaseDraft.LastDayAttended), nameof(CaseDraft.PositiveSwabDate),
        nameof(CaseDraft.SymptomOnset), nameof(CaseDraft.ReferentName), nameof(CaseDraft.ReferentPhone), nameof(CaseDraft.ReferentEmail),
    ];

    public static IReadOnlyList<string> OfContact { get; } =
        [.. Person, nameof(ContactDraft.Address), nameof(ContactDraft.LastContactDate)];

    public static bool Contains(PersonDraft draft, string field) => (draft is CaseDraft ? OfCase : OfContact).Contains(field);

    /// <summary>The value of such a field, as screens write it.</summary>
    public static string Read(PersonDraft draft, string field) =>
        (string)draft.GetType().GetProperty(field)!.GetValue(draft)!;

    /// <summary>A copy of what was sent with the other value in it, ready to be judged by the rules.</summary>
    public static PersonDraft With(PersonDraft sent, string field, string value)
    {
        PersonDraft copy = sent is CaseDraft covidCase ? DraftComparison.Clone(covidCase) : DraftComparison.Clone((ContactDraft)sent);
        copy.GetType().GetProperty(field)!.SetValue(copy, value);
        if (field == nameof(PersonDraft.FiscalCode))
        {
            copy.FiscalCodeUnavailable = false; // Whoever gives a code says that there is one.
        }

        return copy;
    }
}
