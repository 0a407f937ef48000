using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Guide;
using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Rules;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>The report of the invented case that docs/agency-gateway.md shows.</summary>
public static class Reports
{
    /// <summary>The JSON in the document.</summary>
    public static string Documented
    {
        get
        {
            using var document = new StreamReader(typeof(Reports).Assembly.GetManifestResourceStream("agency-gateway.md")!);
            var text = document.ReadToEnd();
            var block = text[text.IndexOf("<!-- report -->", StringComparison.Ordinal)..];
            return block.Split("```")[1]["json".Length..];
        }
    }

    public static CaseReport OfMarioRossi() => new()
    {
        CaseId = 6,
        ClosedAt = new DateTime(2020, 11, 25, 9, 0, 0, DateTimeKind.Utc),
        Territory = Territory.Milano,
        InstituteCode = "MIIC000001",
        InstituteName = "Istituto Calvino",
        SchoolName = "Scuola primaria Calvino",
        SchoolType = SchoolType.Primary,
        SiteMunicipalityCode = "F205",
        ReferentName = "Bianchi Anna",
        ReferentPhone = "+39021234567",
        ReferentEmail = "referente@scuola.example.it",
        Person = new ReportedPersonData(
            PersonRole.Pupil, "5", "B", "Rossi", "Mario", Drafts.MarioRossi, null, Sex.Male, new DateOnly(2010, 3, 1),
            "F205", "+393331234567", []),
        SecondPhone = null,
        LastDayAttended = new DateOnly(2020, 11, 20),
        PositiveSwabDate = new DateOnly(2020, 11, 21),
        SymptomOnset = null,
        NoContactsReason = null,
        Contacts =
        [
            new ReportedContact(
                11,
                new ReportedPersonData(
                    PersonRole.Teacher, "5", "B", "Valeri", "Valeria", null, "In attesa di rilascio", null, new DateOnly(1980, 1, 13),
                    "A811", "+393365555555",
                    [new ConfirmedWarning(RuleCodes.LastContactOutsideWindow, nameof(ContactDraft.LastContactDate), "Visto dopo la scuola")]),
                "Via Roma 1",
                new DateOnly(2020, 11, 22),
                ReportedAppraisal.Of(GuideAppraisal.Of(GuideAnswers.Parse("Case=Pupil Person=Teacher School=PrimaryOrSecondary Occasion=Lessons PersonMasked=No"), ""))),
        ],
    };
}
