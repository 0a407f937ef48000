using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Letters;
using CovidSchoolReporting.Domain.Policies;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.Letters;

/// <inheritdoc cref="IIssuedLetterStore"/>
internal sealed class IssuedLetterStore(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, ChangeHub hub, IAuditTrail trail, IPolicyStore policies) : IIssuedLetterStore
{
    /// <summary>Each try that fails means that a colleague succeeded: so many in a row is a fault, not bad luck.</summary>
    private const int MostTries = 10;

    public async Task<IReadOnlyList<IssuedLetterRow>> ListAsync(Actor actor, int reportId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await VisibleTo(context, actor).Where(l => l.ReportId == reportId)
            .OrderByDescending(l => l.IssuedAt).ThenBy(l => l.Id)
            .Select(l => new IssuedLetterRow(l.IssueKey, l.Kind, l.Language, l.TemplateVersion, l.Count, l.IssuedByName, l.IssuedAt))
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, DateTime>> KeysAsync(
        Actor actor, IReadOnlyCollection<int> reportIds, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var issues = await VisibleTo(context, actor).Where(l => reportIds.Contains(l.ReportId))
            .Select(l => new { l.Keys, l.IssuedAt }).ToListAsync(cancellationToken);
        return issues.SelectMany(issue => issue.Keys, (issue, key) => (Key: key, issue.IssuedAt))
            .GroupBy(one => one.Key).ToDictionary(same => same.Key, same => same.Max(one => one.IssuedAt));
    }

    public async Task<bool> AddAsync(Actor actor, IReadOnlyList<IssuedLetter> letters, DateTime now, CancellationToken cancellationToken)
    {
        var ids = letters.Select(letter => letter.ReportId).ToHashSet();
        for (var tries = 1; ; tries++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var reports = await context.Set<ReceivedReport>().VisibleTo(actor).Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);
            foreach (var report in reports)
            {
                var count = letters.Where(letter => letter.ReportId == report.Id).Sum(letter => letter.Count);
                report.NoteLetters(actor, count, now);
                context.Add(AuditEntry.By(actor, AuditAction.LetterMade, now, AuditRecord.Case(report.CaseId), count));
            }

            context.AddRange(letters);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                continue; // A colleague worked on one of the reports meanwhile: its history is read again.
            }
            catch (DbUpdateException exception) when (engine.IsDuplicate(exception))
            {
                return false;
            }
            catch (Exception exception) when (engine.IsUnavailable(exception))
            {
                throw new StoreUnavailableException(exception);
            }

            foreach (var report in reports)
            {
                hub.Publish(new Change(report.CaseId, report.InstituteId, report.Territory));
            }

            return true;
        }
    }

    public async Task<IReadOnlyList<IssuedText>> FindAsync(Actor actor, int reportId, Guid issueKey, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await WithTexts(context, VisibleTo(context, actor).Where(l => l.IssueKey == issueKey))
            .OrderBy(text => text.Letter.Id).ToListAsync(cancellationToken);
        if (!found.Exists(text => text.Letter.ReportId == reportId))
        {
            return [];
        }

        var reportIds = found.Select(text => text.Letter.ReportId).Distinct().ToList();
        var caseIds = await context.Set<ReceivedReport>().Where(r => reportIds.Contains(r.Id)).Select(r => r.CaseId).ToListAsync(cancellationToken);
        await trail.ListedAsync(actor, AuditAction.LetterRead, caseIds);
        return [.. found.Select(text => text.Whole)];
    }

    public async Task<(bool IsOut, IssuedText? Letter)> FindMeasureAsync(Actor actor, int caseId, CancellationToken cancellationToken)
    {
        if (actor is not { IsSchool: true, InstituteId: { } institute })
        {
            return (false, null);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var reports = context.Set<ReceivedReport>()
            .Where(r => r.CaseId == caseId && r.InstituteId == institute && r.State >= AgencyState.MeasuresIssued);
        if (!await reports.AnyAsync(cancellationToken))
        {
            return (false, null);
        }

        var measures = context.Set<IssuedLetter>().AsNoTracking()
            .Where(l => l.Kind == LetterKind.ClassMeasure && reports.Any(r => r.Id == l.ReportId));
        var newest = await WithTexts(context, measures)
            .OrderByDescending(text => text.Letter.IssuedAt).ThenBy(text => text.Letter.Id).FirstOrDefaultAsync(cancellationToken);
        if (newest is not null)
        {
            await trail.ListedAsync(actor, AuditAction.LetterRead, [caseId]);
        }

        return (true, newest?.Whole);
    }

    public async Task<ClassReports> SameClassAsync(Actor actor, int reportId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var visible = context.Set<ReceivedReport>().AsNoTracking().VisibleTo(actor);
        var about = await visible.Where(r => r.Id == reportId).Select(r => new { r.SiteId, r.ClassKey, r.ReceivedDay }).SingleOrDefaultAsync(cancellationToken);
        if (about is null)
        {
            return new ClassReports([], 0);
        }

        var days = (await policies.TimelineAsync(cancellationToken)).ClassDaysOn(about.ReceivedDay);
        if (about.SiteId is not { } site)
        {
            return new ClassReports([], days);
        }

        var (from, to) = (about.ReceivedDay.AddDays(-days), about.ReceivedDay.AddDays(days));
        var ids = await visible
            .Where(r => r.SiteId == site && r.ClassKey == about.ClassKey && r.ReceivedDay >= from && r.ReceivedDay <= to && r.Id != reportId)
            .OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken);
        return new ClassReports(ids, days);
    }

    private static IQueryable<IssuedLetter> VisibleTo(PortalDbContext context, Actor actor)
    {
        var reports = context.Set<ReceivedReport>().VisibleTo(actor);
        return context.Set<IssuedLetter>().AsNoTracking().Where(l => reports.Any(r => r.Id == l.ReportId));
    }

    private static IQueryable<LetterAndText> WithTexts(PortalDbContext context, IQueryable<IssuedLetter> letters) => letters.Join(
        context.Set<LetterTemplate>().AsNoTracking(),
        l => new { l.Kind, l.Language, Version = l.TemplateVersion }, t => new { t.Kind, t.Language, t.Version },
        (l, t) => new LetterAndText { Letter = l, Template = t });

    /// <summary>A joined row, by whose members the database can sort.</summary>
    private sealed class LetterAndText
    {
        public required IssuedLetter Letter { get; init; }

        public required LetterTemplate Template { get; init; }

        public IssuedText Whole => new(Letter, Template);
    }
}
