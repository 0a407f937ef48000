using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>
/// Puts what was typed in a field into the portal's own writing when the field is left: <c>1/3/10</c> becomes <c>01/03/2010</c>.
/// What cannot be read stays as it is, for its owner to mend.
/// </summary>
public sealed class DraftTidying(PortalClock clock, PlaceRegister places)
{
    /// <summary>Tidies every text of the draft; safe to call at any time.</summary>
    public void Tidy(PersonDraft draft)
    {
        draft.Surname = Apostrophes(draft.Surname);
        draft.Name = Apostrophes(draft.Name);
        draft.FiscalCode = FiscalCode.TryParse(draft.FiscalCode, out _)?.Value ?? draft.FiscalCode;
        draft.BirthDate = Day(draft.BirthDate);
        draft.Domicile = Municipality(draft.Domicile);
        draft.Phone = Phone(draft.Phone);
        switch (draft)
        {
            case CaseDraft covidCase:
                covidCase.SiteMunicipality = Municipality(covidCase.SiteMunicipality);
                covidCase.ReferentPhone = Phone(covidCase.ReferentPhone);
                covidCase.SecondPhone = Phone(covidCase.SecondPhone);
                covidCase.LastDayAttended = Day(covidCase.LastDayAttended);
                covidCase.PositiveSwabDate = Day(covidCase.PositiveSwabDate);
                covidCase.SymptomOnset = Day(covidCase.SymptomOnset);
                break;
            case ContactDraft contact:
                contact.LastContactDate = Day(contact.LastContactDate);
                break;
        }
    }

    /// <summary>Fills in birth date and sex from a valid personal code where they are still empty.</summary>
    public void FillFromFiscalCode(PersonDraft draft)
    {
        if (FiscalCode.TryParse(draft.FiscalCode, out _) is not { Kind: FiscalCodeKind.Personal } code)
        {
            return;
        }

        draft.Sex ??= code.Sex;
        if (string.IsNullOrWhiteSpace(draft.BirthDate) && code.BirthDate(null, clock.Today, draft.Role) is { } born)
        {
            draft.BirthDate = LenientDate.Format(born);
        }
    }

    /// <summary>Completes comune and type of school when the name is that of a plesso of one's own institute.</summary>
    public static void FillFromSite(CaseDraft draft, CaseSetting setting)
    {
        var key = LatinLetters.SearchKey(draft.SchoolName);
        if (setting.Sites.Where(site => LatinLetters.SearchKey(site.Name) == key).ToList() is [var site])
        {
            draft.SiteMunicipality = site.Municipality.Label;
            draft.SchoolType = site.Type;
        }
    }

    /// <summary>A day by itself.</summary>
    internal string Day(string typed) =>
        LenientDate.TryParse(typed, clock.Today, out var day) ? LenientDate.Format(day) : typed;

    /// <summary>Keyboards without an apostrophe at hand give an accent in its place: O´Neill.</summary>
    private static string Apostrophes(string typed) => typed.Replace('´', '\'').Replace('`', '\'');

    private static string Phone(string typed) => PhoneNumber.TryParse(typed, out _)?.Display ?? typed;

    private string Municipality(string typed) => places.Resolve(typed)?.Label ?? typed;
}
