using CovidSchoolReporting.Domain.People;
using CovidSchoolReporting.Domain.Schools;

namespace CovidSchoolReporting.Infrastructure.Simulation;

/// <summary>A class with its pupils and teachers, invented once: whoever falls ill later has been a contact of the first under the same name.</summary>
internal sealed class SimulatedClass
{
    private static readonly string[] Animals = ["Coccinelle", "Delfini", "Farfalle", "Leprotti", "Orsetti", "Pulcini"];

    private SimulatedClass(SchoolSite site, string name, string section, IReadOnlyList<InventedPerson> pupils, IReadOnlyList<InventedPerson> teachers) =>
        (Site, Name, Section, Pupils, Teachers) = (site, name, section, pupils, teachers);

    public SchoolSite Site { get; }

    public string Name { get; }

    public string Section { get; }

    public IReadOnlyList<InventedPerson> Pupils { get; }

    public IReadOnlyList<InventedPerson> Teachers { get; }

    /// <summary>What the staff of such a class are called.</summary>
    public PersonRole StaffRole => Site.Type is SchoolType.Nursery ? PersonRole.EarlyYearsEducator : PersonRole.Teacher;

    /// <param name="schoolYear">The calendar year in which the school year began.</param>
    public static SimulatedClass Invent(Random chance, SchoolSite site, int schoolYear)
    {
        var (years, youngest) = site.Type switch
        {
            SchoolType.Nursery => (3, 0),
            SchoolType.Kindergarten => (3, 3),
            SchoolType.Primary => (5, 6),
            SchoolType.LowerSecondary => (3, 11),
            _ => (5, 14),
        };
        var year = chance.Next(years);
        var isEarly = site.Type is SchoolType.Nursery or SchoolType.Kindergarten;
        var section = isEarly ? Animals[chance.Next(Animals.Length)] : ((char)('A' + chance.Next(4))).ToString();
        var born = schoolYear - youngest - year;
        return new SimulatedClass(
            site, isEarly ? section : $"{year + 1}", section,
            [.. Enumerable.Range(0, chance.Next(17, 27)).Select(_ => InventedPeople.Next(chance, (born, born)))],
            [.. Enumerable.Range(0, chance.Next(2, 6)).Select(_ => InventedPeople.Next(chance, (1956, 1996)))]);
    }
}
