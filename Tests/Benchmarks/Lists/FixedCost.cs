using CovidSchoolReporting.Benchmarks.Measuring;
using CovidSchoolReporting.Benchmarks.Stage;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Benchmarks.Lists;

/// <summary>What EF Core costs before it has done anything: a context of the pool and a query that reads one number by its key.</summary>
internal static class FixedCost
{
    public static async Task RunAsync(FilledDatabase database)
    {
        using var plain = database.Plain.Prepared("SELECT Id FROM Cases WHERE Id = @id", "@id");
        plain.Set("@id", 1);
        var compiled = EF.CompileAsyncQuery((PortalDbContext context, int id) =>
            context.Set<CovidCase>().Where(c => c.Id == id).Select(c => c.Id).Single());
        var taken = await Contest.RunAsync(100, 500,
        [
            async () => await (await database.Portal.OpenAsync()).DisposeAsync(),
            async () =>
            {
                var id = 1;
                await using var context = await database.Portal.OpenAsync();
                await context.Set<CovidCase>().Where(c => c.Id == id).Select(c => c.Id).SingleAsync();
            },
            async () =>
            {
                await using var context = await database.Portal.OpenAsync();
                await compiled(context, 1);
            },
            () =>
            {
                plain.ExecuteScalar();
                return Task.CompletedTask;
            },
        ]);
        var table = new Table("EF Core's fixed cost, median microseconds", "what", "us");
        foreach (var (name, times) in new[] { "a context from the pool", "context and one-row query", "context and compiled one-row query", "plain ADO.NET, prepared" }.Zip(taken))
        {
            table.Add(name, Figures.Micro(Figures.Median(times)));
        }

        table.Print();
    }
}
