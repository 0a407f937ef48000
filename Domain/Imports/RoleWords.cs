using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Imports;

/// <summary>How lists name roles and sexes.</summary>
internal static class RoleWords
{
    private static readonly Dictionary<string, PersonRole> _roles = new[]
    {
        (PersonRole.Pupil, "Studente;Alunno;Alunna;Studente/Alunno;Studentessa;Allievo;Allieva;Bambino;Bambina;Bimbo;Bimba;Pupil;Student;Child"),
        (PersonRole.Teacher, "Insegnante;Docente;Professore;Professoressa;Prof;Prof.ssa;Maestro;Maestra;Insegnante curricolare;Docente curricolare;Teacher"),
        (PersonRole.SupportTeacher, "Insegnante di sostegno;Docente di sostegno;Sostegno;Support teacher"),
        (PersonRole.EarlyYearsEducator, "Educatore 0-6;Educatore;Educatrice;Educatore nido;Educatrice nido;Early years educator;Educator"),
        (PersonRole.AuxiliaryStaff, "Personale ATA;Personale A.T.A.;ATA;A.T.A.;Collaboratore scolastico;Collaboratrice scolastica;Bidello;Bidella;Assistente amministrativo;Assistente amministrativa;Assistente tecnico;DSGA;Auxiliary staff"),
        (PersonRole.OtherStaff, "Altro operatore;Altro;Operatore;Esterno;OSS;AEC;Assistente;Other staff;Other"),
    }
        .SelectMany(role => role.Item2.Split(';'), (role, word) => (Word: LatinLetters.SearchKey(word), Role: role.Item1))
        .DistinctBy(pair => pair.Word) // «Educatore 0-6» has no letter more than «Educatore».
        .ToDictionary(pair => pair.Word, pair => pair.Role);

    public static PersonRole? Role(string text) => _roles.TryGetValue(LatinLetters.SearchKey(text), out var role) ? role : null;

    public static string Write(PersonRole role) => role switch
    {
        PersonRole.Pupil => "Studente",
        PersonRole.Teacher => "Insegnante",
        PersonRole.SupportTeacher => "Insegnante di sostegno",
        PersonRole.EarlyYearsEducator => "Educatore 0-6",
        PersonRole.AuxiliaryStaff => "Personale ATA",
        _ => "Altro operatore",
    };

    public static Sex? Sex(string text) => LatinLetters.SearchKey(text) switch
    {
        "M" or "MASCHIO" or "MASCHILE" or "UOMO" or "MALE" or "MAN" => People.Sex.Male,
        "F" or "FEMMINA" or "FEMMINILE" or "DONNA" or "FEMALE" or "WOMAN" => People.Sex.Female,
        _ => null,
    };

    public static string Write(Sex sex) => sex == People.Sex.Male ? "M" : "F";
}
