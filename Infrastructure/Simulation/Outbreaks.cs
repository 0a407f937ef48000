using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Infrastructure.Simulation;

/// <summary>Who falls ill next: most cases come alone, some in a class where somebody was ill within the last fortnight.</summary>
internal sealed class Outbreaks
{
    /// <summary>Invented: the part of the cases that follow another one in their class.</summary>
    private const double InAClassOfBefore = 0.28;

    private const int Fortnight = 14;

    private const int PupilsWhereUnknown = 140;

    private readonly Random _chance;
    private readonly Dictionary<SchoolType, (SchoolSite[] Sites, long[] PupilsUpTo)> _sites;
    private readonly Dictionary<(string Site, string Name, string Section), (SimulatedClass Class, HashSet<InventedPerson> Ill)> _classes = [];
    private readonly Dictionary<SchoolType, List<(DateOnly Day, SimulatedClass Class)>> _recent = [];

    public Outbreaks(Random chance, IEnumerable<SchoolSite> sites)
    {
        _chance = chance;
        _sites = sites.GroupBy(site => site.Type).ToDictionary(group => group.Key, group =>
        {
            var sum = 0L;
            SchoolSite[] all = [.. group.OrderBy(site => site.Code, StringComparer.Ordinal)];
            return (all, all.Select(site => sum += Math.Max(1, site.Pupils ?? PupilsWhereUnknown)).ToArray());
        });
    }

    /// <summary>The kinds of school that there are.</summary>
    public IReadOnlyCollection<SchoolType> Types => _sites.Keys;

    /// <summary>The class and the person of the next case.</summary>
    /// <param name="type">One of <see cref="Types"/>.</param>
    /// <param name="staffPart">How many of all cases are staff.</param>
    public (SimulatedClass Class, InventedPerson Person, bool IsStaff) Next(DateOnly day, SchoolType type, double staffPart)
    {
        var recent = _recent.TryGetValue(type, out var known) ? known : _recent[type] = [];
        recent.RemoveAll(one => one.Day < day.AddDays(-Fortnight));
        var (group, ill) = OfClass(recent.Count > 0 && _chance.NextDouble() < InAClassOfBefore
            ? recent[_chance.Next(recent.Count)].Class
            : SimulatedClass.Invent(_chance, Pick(_sites[type]), SchoolYearOf(day)));
        var isStaff = _chance.NextDouble() < staffPart;
        var well = (isStaff ? group.Teachers : group.Pupils).Where(person => !ill.Contains(person)).ToList();
        if (well.Count == 0)
        {
            return Next(day, type, staffPart); // The whole class is ill: somebody elsewhere is next.
        }

        var person = well[_chance.Next(well.Count)];
        ill.Add(person);
        recent.RemoveAll(one => one.Class == group);
        recent.Add((day, group));
        return (group, person, isStaff);
    }

    /// <summary>A class that was invented before under the same name is that class.</summary>
    private (SimulatedClass Class, HashSet<InventedPerson> Ill) OfClass(SimulatedClass invented)
    {
        var key = (invented.Site.Code, invented.Name, invented.Section);
        return _classes.TryGetValue(key, out var known) ? known : _classes[key] = (invented, []);
    }

    private SchoolSite Pick((SchoolSite[] Sites, long[] PupilsUpTo) schools)
    {
        var at = Array.BinarySearch(schools.PupilsUpTo, _chance.NextInt64(schools.PupilsUpTo[^1]) + 1);
        return schools.Sites[at < 0 ? ~at : at];
    }

    private static int SchoolYearOf(DateOnly day) => day.Month < 9 ? day.Year - 1 : day.Year;
}
