using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Decisions;
using CovidSchoolReporting.Domain.Matches;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Letters;

/// <summary>Issues letters for the received reports. Every command may be sent twice and is done once.</summary>
public sealed class LetterIssuing(
    IReportQueries reports, IDecisionQueries decisions, IRelatedCases related, IIssuedLetterStore issued, ILetterTemplateStore templates, DueLetters due,
    PortalClock clock)
{
    /// <summary>What a report calls for and what was issued; null when the actor has no such report.</summary>
    public async Task<LetterSheet?> OpenAsync(Actor actor, int reportId, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(actor, reportId, cancellationToken) is not { } sheet)
        {
            return null;
        }

        var classmates = await issued.SameClassAsync(actor, reportId, cancellationToken);
        var taken = await decisions.OfReportAsync(actor, reportId, cancellationToken);
        var languages = (await InUseAsync(cancellationToken)).Select(template => template.Language).ToHashSet();
        var own = due.Of(sheet, taken, clock.Today);
        var ofTheClass = await OfReportsAsync(actor, classmates.Ids, cancellationToken);
        var cases = await CasesAmongAsync(actor, reportId, [.. own, .. ofTheClass], cancellationToken);
        return new LetterSheet(
            sheet.Row,
            Marked(own),
            sheet.Amended.Contacts.Count - DecidedContact.Of(sheet, taken).Count,
            Marked(ofTheClass),
            [.. LetterLanguages.All.Where(languages.Contains)],
            await issued.ListAsync(actor, reportId, cancellationToken))
        {
            IssuedAt = await issued.KeysAsync(actor, [reportId, .. classmates.Ids], cancellationToken),
            ClassDays = classmates.Days,
        };

        IReadOnlyList<DueLetter> Marked(IReadOnlyList<DueLetter> letters) =>
            [.. letters.Select(letter => cases.Contains(letter.Key) ? letter with { IsOfACase = true } : letter)];
    }

    /// <summary>Issues the chosen letters, as one file.</summary>
    public async Task<IssueOutcome> IssueAsync(Actor actor, IssueRequest request, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(actor, request.ReportId, cancellationToken) is not { } sheet)
        {
            return new IssueOutcome.NotFound();
        }

        if (request.Letters.Count == 0)
        {
            return new IssueOutcome.NothingChosen();
        }

        if (await CountAsync(actor, request, cancellationToken) is > 0 and var before)
        {
            return new IssueOutcome.Issued(request.Key, before);
        }

        var classmates = await issued.SameClassAsync(actor, sheet.Row.Id, cancellationToken);
        IReadOnlyList<DueLetter> all = [.. await DueAsync(actor, sheet, cancellationToken), .. await OfReportsAsync(actor, classmates.Ids, cancellationToken)];
        var chosen = all.Where(letter => request.Letters.Contains(letter.Key)).ToList();
        if (chosen.Count < request.Letters.Count)
        {
            return new IssueOutcome.Changed();
        }

        if (chosen.Where(letter => letter.IsUnprintable).ToList() is { Count: > 0 } unprintable)
        {
            return new IssueOutcome.Unprintable(unprintable);
        }

        var texts = await InUseAsync(cancellationToken);
        List<IssuedLetter> letters =
        [
            .. from letter in Once(chosen)
               group letter by (letter.ReportId, letter.Kind) into part
               from text in TextsFor(part.Key.Kind, request.Languages, texts)
               select IssuedLetter.Issue(request.Key, part.Key.ReportId, text, [.. part], actor, clock.UtcNow),
        ];
        try
        {
            await issued.AddAsync(actor, letters, clock.UtcNow, cancellationToken);
            return new IssueOutcome.Issued(request.Key, letters.Sum(letter => letter.Count));
        }
        catch (StoreUnavailableException)
        {
            return new IssueOutcome.NothingSaved();
        }
    }

    /// <summary>The pages of what one command issued: of each person, one language after the other. Null when there is no such thing for the actor.</summary>
    public async Task<IReadOnlyList<LetterPage>?> PagesAsync(Actor actor, int reportId, Guid issueKey, CancellationToken cancellationToken)
    {
        var texts = await issued.FindAsync(actor, reportId, issueKey, cancellationToken);
        return texts.Count == 0 ? null
            :
            [
                .. from text in texts
                   group text.Pages by (text.Letter.Kind, text.Letter.ReportId) into part
                   orderby part.Key.Kind, part.Key.ReportId
                   from person in Enumerable.Range(0, part.Max(pages => pages.Count))
                   from pages in part
                   where person < pages.Count
                   select pages[person],
            ];
    }

    /// <summary>For a school: the agency's measure for its closed case; null while it is not issued, or where there is no such case.</summary>
    public async Task<SchoolMeasure?> MeasureAsync(Actor actor, int caseId, CancellationToken cancellationToken)
    {
        var (isOut, letter) = await issued.FindMeasureAsync(actor, caseId, cancellationToken);
        return isOut ? new SchoolMeasure(letter?.Pages ?? []) : null;
    }

    /// <summary>The letters to contacts who are cases themselves: of this class, or anywhere in the operator's territories.</summary>
    private async Task<HashSet<string>> CasesAmongAsync(
        Actor actor, int reportId, IReadOnlyList<DueLetter> letters, CancellationToken cancellationToken)
    {
        var isolated = letters.Where(letter => letter.Kind == LetterKind.IsolationEnd).Select(letter => letter.PersonKey).ToHashSet();
        var elsewhere = (await related.FindAsync(actor, reportId, cancellationToken)).Reports
            .Where(other => other.Kind == RelationKind.ContactIsCaseThere).Select(other => other.ContactId).ToHashSet();
        return
        [
            .. letters.Where(letter => letter.Kind == LetterKind.ContactQuarantine
                    && (isolated.Contains(letter.PersonKey) || (letter.ReportId == reportId && elsewhere.Contains(letter.ContactId))))
                .Select(letter => letter.Key),
        ];
    }

    /// <summary>A contact of two cases of the class is told once, of the longer measure.</summary>
    private static IEnumerable<DueLetter> Once(IEnumerable<DueLetter> letters) => letters
        .GroupBy(letter => (letter.Kind, letter.PersonKey ?? letter.Key))
        .Select(same => (Same: same, Longest: same.MaxBy(letter => letter.To)!))
        .Select(told => told.Longest with { Covers = [.. told.Same.Select(letter => letter.Key).Where(key => key != told.Longest.Key)] })
        .OrderBy(letter => letter.Kind).ThenBy(letter => letter.ReportId).ThenBy(letter => letter.About, StringComparer.CurrentCulture);

    private static IEnumerable<LetterTemplate> TextsFor(LetterKind kind, IReadOnlyList<string> languages, IReadOnlyList<LetterTemplate> all)
    {
        var ofKind = all.Where(template => template.Kind == kind).ToList();
        var chosen = ofKind.Where(template => languages.Contains(template.Language)).OrderBy(template => languages.ToList().IndexOf(template.Language)).ToList();
        return chosen.Count > 0 ? chosen : ofKind.Where(template => template.Language == LetterLanguages.Italian);
    }

    private async Task<IReadOnlyList<LetterTemplate>> InUseAsync(CancellationToken cancellationToken) =>
        [.. (await templates.NewestAsync(cancellationToken)).Where(template => template.IsInUse)];

    private async Task<int> CountAsync(Actor actor, IssueRequest request, CancellationToken cancellationToken) =>
        (await issued.FindAsync(actor, request.ReportId, request.Key, cancellationToken)).Sum(text => text.Letter.Count);

    private async Task<IReadOnlyList<DueLetter>> DueAsync(Actor actor, ReportSheet sheet, CancellationToken cancellationToken) =>
        due.Of(sheet, await decisions.OfReportAsync(actor, sheet.Row.Id, cancellationToken), clock.Today);

    private async Task<IReadOnlyList<DueLetter>> OfReportsAsync(Actor actor, IReadOnlyList<int> reportIds, CancellationToken cancellationToken)
    {
        List<DueLetter> letters = [];
        foreach (var id in reportIds)
        {
            if (await reports.FindAsync(actor, id, cancellationToken) is { } found)
            {
                letters.AddRange(await DueAsync(actor, found, cancellationToken));
            }
        }

        return letters;
    }
}
