using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.App.Hosting;

/// <param name="Email">In a domain that cannot exist.</param>
/// <param name="Place">Where the person works, as the sign-in page says it.</param>
/// <param name="InstituteCode">For a head teacher or a referent.</param>
public sealed record DemonstrationAccount(
    string Email, string Name, Role Role, string Place, string? InstituteCode, IReadOnlySet<Territory> Territories);

/// <summary>The invented people of the demonstration. They exist in Development only, and have no password.</summary>
public static class DemonstrationAccounts
{
    public const string CalvinoCode = "MIIC0DEM01";
    public const string PandiniCode = "LOIS0DEM02";

    private const string Calvino = "Istituto Comprensivo Calvino, Milano";
    private const string Pandini = "Istituto Superiore Pandini, Lodi";

    public static IReadOnlyList<DemonstrationAccount> All { get; } =
    [
        School("dirigente@calvino.example", "Marta Olivieri", Role.HeadTeacher, Calvino, CalvinoCode),
        School("referente@calvino.example", "Giulia Ferrario", Role.Referent, Calvino, CalvinoCode),
        School("referente2@calvino.example", "Paolo Brambati", Role.Referent, Calvino, CalvinoCode),
        School("referente@pandini.example", "Lucia Mascheroni", Role.Referent, Pandini, PandiniCode),
        Agency("operatore@ats.example", "Sergio Valli", Role.AgencyOperator, "ATS, territori di Milano e Lodi", Territory.Milano, Territory.Lodi),
        Agency("operatore.lodi@ats.example", "Elena Corti", Role.AgencyOperator, "ATS, territorio di Lodi", Territory.Lodi),
        Agency("amministratore@ats.example", "Davide Monti", Role.AgencyAdministrator, "ATS"),
    ];

    public static DemonstrationAccount? Find(string email) => All.FirstOrDefault(a => a.Email == email);

    private static DemonstrationAccount School(string email, string name, Role role, string place, string institute) =>
        new(email, name, role, place, institute, new HashSet<Territory>());

    private static DemonstrationAccount Agency(string email, string name, Role role, string place, params Territory[] territories) =>
        new(email, name, role, place, null, territories.ToHashSet());
}
