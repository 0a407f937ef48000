using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Delivery;
using CovidSchoolReporting.Domain.Schools;
using CovidSchoolReporting.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Tests.Infrastructure.Agency.Queue;

/// <summary>
/// Some hundred reports of many kinds, the same in every run: few enough schools, classes and days that every filter finds several,
/// in the company of others that it must not.
/// </summary>
internal sealed class QueueStage : IAsyncDisposable
{
    public const int Reports = 400;

    private static readonly string[] Surnames = ["Rossi", "Rossini", "Russo", "Bianchi", "D'Angelo", "Neri", "Àngeli"];
    private static readonly string[] Names = ["Mario", "Rosa", "Luca", "Neri", "Ada"];
    private static readonly (string Code, Territory Territory)[] Municipalities = [("F205", Territory.Milano), ("A010", Territory.Milano), ("E648", Territory.Lodi), ("C816", Territory.Lodi)];

    private QueueStage(TestPortal portal) => Portal = portal;

    public TestPortal Portal { get; }

    public Actor Ada { get; private set; } = null!;

    public Actor Ugo { get; private set; } = null!;

    public Actor Lia { get; private set; } = null!;

    public IReadOnlyList<SchoolSite> Sites { get; private set; } = [];

    /// <summary>Every report, as it is stored.</summary>
    public IReadOnlyList<ReceivedReport> All { get; private set; } = [];

    public static async Task<QueueStage> SetAsync()
    {
        var stage = new QueueStage(await TestPortal.StartAsync());
        await using var context = await stage.Portal.OpenAsync();
        (stage.Ada, stage.Ugo, stage.Lia) = (
            await OperatorAsync(context, "Ada", Territory.Milano, Territory.Lodi),
            await OperatorAsync(context, "Ugo", Territory.Milano),
            await OperatorAsync(context, "Lia", Territory.Lodi));
        stage.Sites = await AddSitesAsync(context);
        var school = await stage.Portal.AddSchoolAsync();
        await stage.FillAsync(context, school);
        await using var reading = await stage.Portal.OpenAsync();
        stage.All = await reading.Set<ReceivedReport>().AsNoTracking().OrderBy(r => r.Id).ToListAsync();
        return stage;
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private static async Task<Actor> OperatorAsync(DbContext context, string name, params Territory[] territories)
    {
        var user = PortalUser.RegisterAgency($"{name}@ats.example", name, Role.AgencyOperator, territories);
        context.Add(user);
        await context.SaveChangesAsync();
        return user.ToActor();
    }

    private static async Task<IReadOnlyList<SchoolSite>> AddSitesAsync(DbContext context)
    {
        var types = Enum.GetValues<SchoolType>();
        var institute = Institute.Register("MIIC900001", "Istituto di prova");
        for (var i = 0; i < 12; i++)
        {
            institute.AddSite($"MIEE9{i:00000}", $"Plesso {(char)('A' + (i * 5 % 12))}", types[i % types.Length], Municipalities[i % Municipalities.Length].Code);
        }

        context.Add(institute);
        await context.SaveChangesAsync();
        return institute.Sites;
    }

    private async Task FillAsync(DbContext context, Actor school)
    {
        var chance = new Random(20201125);
        var now = TestPortal.Start.UtcDateTime;
        var cases = await CopyAsync(context, await Portal.ReportAsync(school));
        for (var i = 0; i < Reports; i++)
        {
            var site = Sites[chance.Next(Sites.Count)];
            var received = now.AddMinutes((i - Reports) * 17);
            var report = ReceivedReport.Register(
                Guid.NewGuid(), Report(chance, site, cases[i], received), new ReportOrigin(site.InstituteId, chance.Next(10) == 0 ? null : site.Id),
                new Receipt(Receipt.Number(2020, i + 1), received));
            Work(chance, report, received);
            context.Add(report);
        }

        await context.SaveChangesAsync();
    }

    /// <summary>A report needs a case of its own; what the list shows of it is in the report.</summary>
    private static async Task<IReadOnlyList<int>> CopyAsync(DbContext context, int template)
    {
        var columns = await context.Database.SqlQuery<string>(
            $"SELECT name AS \"Value\" FROM pragma_table_info('Cases') WHERE name NOT IN ('Id', 'RequestKey')").ToListAsync();
        var list = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var copy = $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Reports})
            INSERT INTO "Cases" ("RequestKey", {list})
            SELECT printf('%08X-0000-0000-0000-000000000000', i), {list} FROM "Cases", n WHERE "Id" = {template}
            """;
        await context.Database.ExecuteSqlRawAsync(copy);
        return await context.Set<CovidCase>().Where(c => c.Id > template).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync();
    }

    private static CaseReport Report(Random chance, SchoolSite site, int caseId, DateTime received)
    {
        var sample = Support.Reports.OfMarioRossi();
        return sample with
        {
            CaseId = caseId,
            Territory = Municipalities.Single(m => m.Code == site.MunicipalityCode).Territory,
            SchoolName = site.Name,
            SchoolType = site.Type,
            SiteMunicipalityCode = site.MunicipalityCode,
            Person = sample.Person with
            {
                Surname = One(chance, Surnames),
                Name = One(chance, Names),
                FiscalCode = chance.Next(3) == 0 ? null : chance.Next(5) == 0 ? Drafts.MarioRossi : "RSSMRA10C02F205L",
                ClassName = One(chance, ["1", "2", "Classe 1"]),
                Section = One(chance, ["A", "b"]),
            },
            LastDayAttended = DateOnly.FromDateTime(received).AddDays(-chance.Next(1, 6)),
            PositiveSwabDate = chance.Next(2) == 0 ? null : DateOnly.FromDateTime(received),
            Contacts = chance.Next(3) == 0 ? [] : sample.Contacts,
        };
    }

    private void Work(Random chance, ReceivedReport report, DateTime received)
    {
        var worker = chance.Next(2) == 0 ? Ada : report.Territory == Territory.Milano ? Ugo : Lia;
        var steps = chance.Next(5);
        if (steps == 1 && chance.Next(2) == 0)
        {
            report.Assign(Ada, worker, received);
        }

        _ = steps > 1 && report.TakeInCharge(worker, received.AddHours(1));
        _ = steps > 2 && report.IssueMeasures(worker, received.AddHours(2));
        _ = steps > 3 && report.Conclude(worker, received.AddHours(3));
    }

    private static T One<T>(Random chance, T[] choices) => choices[chance.Next(choices.Length)];
}
