using CovidSchoolReporting.Benchmarks.Measuring;
using CovidSchoolReporting.Benchmarks.Stage;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Conversations;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.Supplements;

namespace CovidSchoolReporting.Benchmarks.CaseFiles;

/// <summary>
/// The page of one case with sixty contacts, fifty of whom are contacts of other cases too: each question that it asks, and all of them in
/// the order in which it asks them, beside plain ADO.NET.
/// </summary>
internal static class CaseFileBenchmark
{
    private const int WarmUps = 10, Turns = 60;

    private static readonly Actor Ada = Actor.OfAgency(1, "Ada", Role.AgencyOperator, Territory.Milano, Territory.Lodi);

    public static async Task RunAsync(IReadOnlyList<FilledDatabase> databases)
    {
        var table = new Table("A case with sixty contacts: milliseconds", "what", "median", "nine tenths", "plain", "x");
        foreach (var database in databases)
        {
            using var plain = new PlainCaseFile(database.Plain, database.LargeCase);
            var questions = Questions(database.Portal, plain).ToList();
            var whole = new Question(
                "the whole page",
                async () =>
                {
                    foreach (var question in questions)
                    {
                        await question.Portal();
                    }
                },
                () => questions.ForEach(question => question.Plain()));
            foreach (var question in (Question[])[.. questions, whole])
            {
                var taken = await Contest.RunAsync(WarmUps, Turns, [question.Portal, () => Done(question.Plain)]);
                table.Add(
                    $"{database.Cases:N0} cases, {question.Name}", Figures.Milli(Figures.Median(taken[0])), Figures.Milli(Figures.Quantile(taken[0], 0.9)),
                    Figures.Milli(Figures.Median(taken[1])), Figures.Times(Figures.Ratio(taken[0], taken[1])));
            }
        }

        table.Print();
    }

    private static IEnumerable<Question> Questions(BenchmarkPortal portal, PlainCaseFile plain)
    {
        var (reports, history, decisions) = (portal.Get<IReportQueries>(), portal.Get<IReportHistory>(), portal.Get<IDecisionQueries>());
        var (related, matches) = (portal.Get<IRelatedCases>(), portal.Get<IMatchQueries>());
        var (threads, supplements) = (portal.Get<IConversationQueries>(), portal.Get<ISupplementQueries>());
        var (id, caseId, none) = (plain.ReportId, plain.CaseId, CancellationToken.None);
        yield return new("the report, its contacts, what is proposed", async () => DecisionDesk.Proposals(Found(await reports.FindAsync(Ada, id, none))), plain.Sheet);
        yield return new("its history", async () => Found(await history.FindAsync(Ada, id, none)), plain.History);
        yield return new("the decisions", () => decisions.OfReportAsync(Ada, id, none), plain.Decisions);
        yield return new("related cases", () => related.FindAsync(Ada, id, none), plain.Related);
        yield return new("possible duplicates", () => matches.OfReportAsync(Ada, id, none), plain.Matches);
        yield return new("the thread", async () => Found(await threads.FindAsync(Ada, caseId, none)), plain.Thread);
        yield return new("what the school added", async () => Found(await supplements.ListAsync(Ada, caseId, none)), plain.Supplements);
    }

    private static T Found<T>(T? found)
        where T : class => found ?? throw new InvalidOperationException("The portal does not find the case.");

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private sealed record Question(string Name, Func<Task> Portal, Action Plain);
}
