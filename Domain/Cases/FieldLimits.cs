using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>Longest text of each field, in characters: the column, the validator and the text box all ask here.</summary>
public static class FieldLimits
{
    public const int Name = 60;

    public const int ClassName = 30;

    public const int SchoolName = 160;

    /// <summary>16 characters as issued; people write it with blanks between the groups.</summary>
    public const int FiscalCode = 24;

    public const int Phone = 25;

    public const int Email = EmailAddress.MaxLength;

    public const int Address = 120;

    /// <summary>A comune as the lists show it, for example «San Teodoro (ME)».</summary>
    public const int Municipality = 60;

    /// <summary>A day as people type it.</summary>
    public const int Date = 12;

    public const int Reason = 300;

    /// <summary>The limit of a typed field of a draft, by the name of its property.</summary>
    public static int Of(string field) => field switch
    {
        nameof(PersonDraft.ClassName) or nameof(PersonDraft.Section) => ClassName,
        nameof(PersonDraft.Surname) or nameof(PersonDraft.Name) => Name,
        nameof(PersonDraft.FiscalCode) => FiscalCode,
        nameof(PersonDraft.Phone) or nameof(CaseDraft.ReferentPhone) or nameof(CaseDraft.SecondPhone) => Phone,
        nameof(PersonDraft.Domicile) or nameof(CaseDraft.SiteMunicipality) => Municipality,
        nameof(CaseDraft.SchoolName) => SchoolName,
        nameof(CaseDraft.ReferentName) => Name * 2,
        nameof(CaseDraft.ReferentEmail) => Email,
        nameof(ContactDraft.Address) => Address,
        nameof(PersonDraft.BirthDate) or nameof(CaseDraft.LastDayAttended) or nameof(CaseDraft.PositiveSwabDate)
            or nameof(CaseDraft.SymptomOnset) or nameof(ContactDraft.LastContactDate) => Date,
        _ => Reason,
    };
}
