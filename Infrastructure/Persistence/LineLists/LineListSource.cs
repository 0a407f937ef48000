using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Audit;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.LineLists;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CovidSchoolReporting.Infrastructure.Persistence.LineLists;

/// <inheritdoc cref="ILineListSource"/>
internal sealed class LineListSource(IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, PortalClock clock) : ILineListSource
{
    public async Task<int> CountAsync(Actor actor, LineListRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return request.Subject == LineListSubject.Cases
            ? await Reports(context, actor, request.Filter).CountAsync(cancellationToken)
            : await Contacts(context, Reports(context, actor, request.Filter)).CountAsync(cancellationToken);
    }

    public IEnumerable<LineListRow> Rows(Actor actor, LineListRequest request, CancellationToken cancellationToken)
    {
        using var context = contexts.CreateDbContext();
        var reports = Reports(context, actor, request.Filter);
        foreach (var row in request.Subject == LineListSubject.Cases ? CaseRows(context, reports) : Contacts(context, reports))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    public async Task RecordAsync(Actor actor, LineListRequest request, int lines, IReadOnlyCollection<int> caseIds, string screen, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Add(AuditEntry.About(
            actor with { Screen = screen }, AuditAction.ListExported, clock.UtcNow, caseIds, request.Describe(), personCount: lines));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (Exception exception) when (engine.IsUnavailable(exception))
        {
            throw new StoreUnavailableException(exception);
        }
    }

    private static IQueryable<ReceivedReport> Reports(PortalDbContext context, Actor actor, LineListFilter filter)
    {
        var reports = context.Set<ReceivedReport>().AsNoTracking().VisibleTo(actor);
        if (filter.State is { } state)
        {
            reports = reports.Where(r => r.State == state);
        }

        if (filter.Territory is { } territory)
        {
            reports = reports.Where(r => r.Territory == territory);
        }

        if (filter.From is { } from)
        {
            reports = reports.Where(r => r.ReceivedDay >= from);
        }

        if (filter.To is { } to)
        {
            reports = reports.Where(r => r.ReceivedDay <= to);
        }

        if (filter.School?.Trim() is { Length: > 0 } school)
        {
            // What LIKE would take for «anything» is meant as it was typed.
            var part = $"%{school.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";
            reports = reports.Where(r => EF.Functions.Like(r.SchoolName, part, "!"));
        }

        return reports;
    }

    private static IQueryable<LineListRow> CaseRows(PortalDbContext context, IQueryable<ReceivedReport> reports) =>
        from r in reports
        join c in context.Set<CovidCase>().AsNoTracking() on r.CaseId equals c.Id
        orderby r.Id
        select new LineListRow
        {
            Surname = c.Surname,
            Name = c.Name,
            FiscalCode = c.FiscalCode,
            FiscalCodeUnavailableReason = c.FiscalCodeUnavailableReason,
            BirthDate = c.BirthDate,
            Sex = c.Sex,
            Role = c.Role,
            ClassName = c.ClassName,
            Section = c.Section,
            DomicileCode = c.DomicileCode,
            Phone = c.Phone,
            LastDayAttended = r.LastDayAttended,
            PositiveSwabDate = r.PositiveSwabDate,
            SymptomOnset = r.SymptomOnset,
            ContactCount = r.ContactCount,
            Protocol = r.ProtocolNumber,
            CaseId = r.CaseId,
            ReceivedDay = r.ReceivedDay,
            State = r.State,
            AssignedToName = r.AssignedToName,
            Territory = r.Territory,
            SchoolName = r.SchoolName,
            SiteMunicipalityCode = r.SiteMunicipalityCode,
            SchoolType = r.SchoolType,
        };

    private static IQueryable<LineListRow> Contacts(PortalDbContext context, IQueryable<ReceivedReport> reports) =>
        from r in reports
        join k in context.Set<Contact>().AsNoTracking() on r.CaseId equals k.CaseId
        orderby r.Id, k.Id
        select new LineListRow
        {
            Surname = k.Surname,
            Name = k.Name,
            FiscalCode = k.FiscalCode,
            FiscalCodeUnavailableReason = k.FiscalCodeUnavailableReason,
            BirthDate = k.BirthDate,
            Sex = k.Sex,
            Role = k.Role,
            ClassName = k.ClassName,
            Section = k.Section,
            DomicileCode = k.DomicileCode,
            Phone = k.Phone,
            Address = k.Address,
            LastContactDate = k.LastContactDate,
            LastDayAttended = r.LastDayAttended,
            PositiveSwabDate = r.PositiveSwabDate,
            SymptomOnset = r.SymptomOnset,
            ContactCount = r.ContactCount,
            Protocol = r.ProtocolNumber,
            CaseId = r.CaseId,
            ReceivedDay = r.ReceivedDay,
            State = r.State,
            AssignedToName = r.AssignedToName,
            Territory = r.Territory,
            SchoolName = r.SchoolName,
            SiteMunicipalityCode = r.SiteMunicipalityCode,
            SchoolType = r.SchoolType,
        };
}
