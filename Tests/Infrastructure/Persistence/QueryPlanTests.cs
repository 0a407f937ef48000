using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Lists;
using CovidSchoolReporting.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CovidSchoolReporting.Tests.Infrastructure.Persistence;

public sealed class QueryPlanTests : IAsyncLifetime
{
    private readonly CommandRecorder _recorder = new();
    private TestPortal _portal = null!;
    private Actor _school = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(services => services.AddSingleton<ILoggerProvider>(_recorder));
        _school = await _portal.AddSchoolAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task DumpAll()
    {
        foreach (var order in Enum.GetValues<CaseOrder>())
        {
            foreach (var status in new CaseStatus?[] { null, CaseStatus.Open })
            {
                foreach (var anchor in new PageAnchor?[] { null, PageAnchor.After(5) })
                {
                    _recorder.Take();
                    await _portal.Queries.ListAsync(_school, new CaseListRequest(order, true, status, null, anchor), CancellationToken.None);
                    Dump($"{order} {status} {anchor}");
                }
            }
        }

        foreach (var anchor in new PageAnchor?[] { null, PageAnchor.After(5) })
        {
            _recorder.Take();
            await _portal.Queries.ListAsync(_school, new CaseListRequest(Search: "ros", Anchor: anchor), CancellationToken.None);
            Dump($"search {anchor}");
            foreach (var t in new Territory[][] { [Territory.Milano], [Territory.Lodi, Territory.Milano] })
            foreach (var state in new AgencyState?[] { null, AgencyState.Received })
            {
                await _portal.Get<IReportQueries>().ListAsync(Actor.OfAgency(1, "A", Role.AgencyOperator, t), new ReportListRequest(State: state, Anchor: anchor), CancellationToken.None);
                Dump($"agency {t.Length} {state} {anchor}");
                await _portal.Get<IReportQueries>().ListAsync(Actor.OfAgency(1, "A", Role.AgencyOperator, t), new ReportListRequest(State: state, Anchor: anchor, Search: "ro"), CancellationToken.None);
                Dump($"agency search {t.Length} {state} {anchor}");
            }
        }
    }

    private void Dump(string name)
    {
        using var c = new SqliteConnection($"Data Source={_portal.DatabasePath}");
        c.Open();
        var sql = _recorder.Take()[0];
        File.AppendAllText("/tmp/w/bench-plans.txt", $"##### {name}\n{sql}\n");
        using var command = c.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var p in System.Text.RegularExpressions.Regex.Matches(sql, @"@\w+").Select(m => m.Value).Distinct()) command.Parameters.AddWithValue(p, DBNull.Value);
        using var r = command.ExecuteReader();
        while (r.Read()) File.AppendAllText("/tmp/w/bench-plans.txt", $"  {r.GetInt32(0)}<{r.GetInt32(1)}  {r.GetString(3)}\n");
    }
}
