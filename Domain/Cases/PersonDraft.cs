using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>
/// What was typed about a person, as it was typed: nothing is lost because it cannot be read yet. Days and comuni are
/// texts here; a validator reads them, and only what it found right becomes <see cref="PersonDetails"/>.
/// </summary>
public abstract class PersonDraft
{
    /// <summary>Made with the draft; sent again with every try of the first save.</summary>
    public Guid RequestKey { get; set; }

    /// <summary>Null until the first save.</summary>
    public int? Id { get; set; }

    /// <summary>The revision that the screen showed when the typing began.</summary>
    public int Revision { get; set; }

    public PersonRole? Role { get; set; }

    public string ClassName { get; set; } = "";

    public string Section { get; set; } = "";

    public string Surname { get; set; } = "";

    public string Name { get; set; } = "";

    public string FiscalCode { get; set; } = "";

    public bool FiscalCodeUnavailable { get; set; }

    public string FiscalCodeUnavailableReason { get; set; } = "";

    public Sex? Sex { get; set; }

    public string BirthDate { get; set; } = "";

    public string Domicile { get; set; } = "";

    public string Phone { get; set; } = "";

    /// <summary>Warnings that the user confirmed for the values as they stand: rule code and field, and the reason given.</summary>
    public List<ConfirmedWarning> Confirmations { get; set; } = [];

    /// <summary>Whether the user has confirmed this warning, with a reason where one is asked for.</summary>
    public bool Confirms(Finding warning) => Confirmations.Any(c =>
        c.Code == warning.Code && c.Field == warning.Field
        && (!warning.NeedsReason || (!string.IsNullOrWhiteSpace(c.Reason) && c.Reason.Length <= FieldLimits.Reason)));
}

/// <summary>A case as typed.</summary>
public sealed class CaseDraft : PersonDraft
{
    public string SiteMunicipality { get; set; } = "";

    public string SchoolName { get; set; } = "";

    public Schools.SchoolType? SchoolType { get; set; }

    public string ReferentName { get; set; } = "";

    public string ReferentPhone { get; set; } = "";

    public string ReferentEmail { get; set; } = "";

    public string SecondPhone { get; set; } = "";

    public string LastDayAttended { get; set; } = "";

    public string PositiveSwabDate { get; set; } = "";

    public string SymptomOnset { get; set; } = "";
}

/// <summary>A contact as typed.</summary>
public sealed class ContactDraft : PersonDraft
{
    public string Address { get; set; } = "";

    public string LastContactDate { get; set; } = "";

    /// <summary>What was answered in the guide, in the notation of <see cref="Guide.GuideAnswers"/>; empty when it was not used.</summary>
    public string GuideAnswers { get; set; } = "";

    /// <summary>The referent's judgement, where the guide leaves it to them.</summary>
    public string GuideNote { get; set; } = "";
}
