using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>Invented people with codes that fit them.</summary>
internal static class People
{
    public static CaseDraft GiuliaBrambilla() => Drafts.Case(draft =>
    {
        draft.Surname = "Brambilla";
        draft.Name = "Giulia";
        HasCode(draft, "BRMGLI09C71F205U", "31/03/2009");
    });

    public static ContactDraft TommasoFumagalli() => Drafts.Contact(draft =>
    {
        draft.Surname = "Fumagalli";
        draft.Name = "Tommaso";
        HasCode(draft, "FMGTMS06L09F205U", "09/07/2006");
    });

    public static ContactDraft AuroraGalli() => Drafts.Contact(draft =>
    {
        draft.Surname = "Galli";
        draft.Name = "Aurora";
        HasCode(draft, "GLLRRA14M41C816O", "01/08/2014");
    });

    private static void HasCode(PersonDraft draft, string code, string birthDate)
    {
        draft.FiscalCodeUnavailable = false;
        draft.FiscalCodeUnavailableReason = "";
        draft.FiscalCode = code;
        draft.BirthDate = birthDate;
    }
}
