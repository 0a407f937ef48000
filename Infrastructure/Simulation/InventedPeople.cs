using System.Globalization;
using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Infrastructure.Simulation;

/// <param name="Code">Well-formed, and nobody's: see <see cref="InventedPeople"/>.</param>
internal sealed record InventedPerson(string Surname, string Name, Sex Sex, DateOnly BirthDate, FiscalCode Code, string Phone);

/// <summary>
/// People who do not exist. Their codici fiscali are well-formed and belong to nobody on purpose: the place of birth is a comune that was
/// suppressed generations before the day of birth, which no registry office can have given out. Telephones are of a range that is not assigned.
/// </summary>
internal static class InventedPeople
{
    /// <summary>Belfiore codes of Affori, Baggio and Crescenzago, part of Milano since 1923.</summary>
    private static readonly string[] BirthPlaces = ["A063", "A545", "D155"];

    private static readonly string[] Starts =
        ["Bar", "Bel", "Bon", "Cal", "Cas", "Col", "Cor", "Dal", "Fer", "Gal", "Gar", "Lan", "Lom", "Mar", "Mon", "Pal", "Pel", "Per", "Ron", "Sal", "San", "Tor", "Val", "Ver", "Vil", "Zan"];

    private static readonly string[] Middles = ["bo", "ca", "da", "de", "do", "fi", "ga", "la", "le", "ma", "me", "na", "ne", "no", "ra", "ri", "sa", "ta", "te", "va"];

    private static readonly string[] Ends = ["betti", "chini", "dini", "ghi", "glio", "lli", "marchi", "nelli", "netti", "rati", "rini", "schi", "tti", "voni", "zzi"];

    private static readonly string[] Girls =
        ["Alice", "Anna", "Aurora", "Beatrice", "Camilla", "Chiara", "Elena", "Elisa", "Emma", "Francesca", "Gaia", "Ginevra", "Giorgia", "Giulia", "Greta", "Ludovica", "Margherita", "Maria", "Marta", "Martina", "Matilde", "Noemi", "Rebecca", "Sara", "Sofia", "Viola", "Vittoria"];

    private static readonly string[] Boys =
        ["Alessandro", "Andrea", "Antonio", "Christian", "Davide", "Diego", "Edoardo", "Federico", "Filippo", "Francesco", "Gabriele", "Giacomo", "Giovanni", "Giuseppe", "Jacopo", "Leonardo", "Lorenzo", "Luca", "Marco", "Matteo", "Mattia", "Nicolò", "Pietro", "Riccardo", "Samuele", "Tommaso", "Yusuf"];

    /// <param name="born">First and last year of birth, both possible.</param>
    public static InventedPerson Next(Random chance, (int From, int To) born)
    {
        var surname = Pick(chance, Starts) + Pick(chance, Middles) + Pick(chance, Ends);
        var sex = chance.Next(2) == 0 ? Sex.Female : Sex.Male;
        var name = Pick(chance, sex == Sex.Female ? Girls : Boys);
        var day = new DateOnly(born.From, 1, 1).AddDays(chance.Next((born.To - born.From + 1) * 365));
        var phone = string.Create(CultureInfo.InvariantCulture, $"+39399{chance.Next(10_000_000):D7}");
        return new InventedPerson(surname, name, sex, day, FiscalCode.Compose(surname, name, sex, day, Pick(chance, BirthPlaces)), phone);
    }

    private static string Pick(Random chance, string[] among) => among[chance.Next(among.Length)];
}
