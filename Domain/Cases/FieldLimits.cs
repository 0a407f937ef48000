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
}
