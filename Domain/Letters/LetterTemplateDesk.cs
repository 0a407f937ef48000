using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Time;

namespace CovidSchoolReporting.Domain.Letters;

/// <summary>What the agency's administrator does with the texts of letters. For everybody else there are none. Every command may be sent twice and is done once.</summary>
public sealed class LetterTemplateDesk(ILetterTemplateStore store, LetterTemplateValidator rules, PortalClock clock)
{
    /// <summary>The newest version of each kind and language; null for who does not keep them.</summary>
    public async Task<IReadOnlyList<LetterTemplate>?> ListAsync(Actor actor, CancellationToken cancellationToken) =>
        IsKeeper(actor) ? await store.NewestAsync(cancellationToken) : null;

    /// <summary>Saves a text as the next version, or as the first of its language.</summary>
    public Task<LetterTemplateOutcome> SaveAsync(Actor actor, LetterTemplateDraft draft, CancellationToken cancellationToken) =>
        WriteAsync(actor, draft.Kind, draft.Language, draft.Version, isInUse: true, newest =>
        {
            var findings = rules.Check(draft);
            return findings.Count > 0 ? (null, new LetterTemplateOutcome.Invalid(findings)) : (draft.Wording, null);
        }, cancellationToken);

    /// <summary>Writes the text that the portal brought as the next version.</summary>
    /// <param name="version">What the administrator has read.</param>
    public Task<LetterTemplateOutcome> RestoreAsync(
        Actor actor, LetterKind kind, string language, int version, CancellationToken cancellationToken) =>
        WriteAsync(actor, kind, language, version, isInUse: true, _ => StandardLetter.Find(kind, language) is { } standard
            ? (new LetterWording(standard.Title, standard.Body), null)
            : (null, new LetterTemplateOutcome.NotFound()), cancellationToken);

    /// <summary>Takes a language out of use: operators are offered it no more. The Italian text always stays.</summary>
    /// <inheritdoc cref="RestoreAsync" path="/param"/>
    public Task<LetterTemplateOutcome> WithdrawAsync(
        Actor actor, LetterKind kind, string language, int version, CancellationToken cancellationToken) =>
        WriteAsync(actor, kind, language, version, isInUse: false, newest => newest is not null && language != LetterLanguages.Italian
            ? (newest.Wording, null)
            : (null, new LetterTemplateOutcome.NotFound()), cancellationToken);

    private static bool IsKeeper(Actor actor) => actor.Role is Role.AgencyAdministrator;

    private async Task<LetterTemplateOutcome> WriteAsync(
        Actor actor, LetterKind kind, string language, int version, bool isInUse,
        Func<LetterTemplate?, (LetterWording? Wording, LetterTemplateOutcome? Refusal)> decide, CancellationToken cancellationToken)
    {
        if (!IsKeeper(actor) || !LetterLanguages.All.Contains(language))
        {
            return new LetterTemplateOutcome.NotFound();
        }

        try
        {
            while (true)
            {
                var newest = (await store.NewestAsync(cancellationToken)).FirstOrDefault(t => t.Kind == kind && t.Language == language);
                var (wording, refusal) = decide(newest);
                if (wording is null)
                {
                    return refusal!;
                }

                // The same text is there: by this command, sent before, or because nothing was amended.
                if (newest is not null && newest.Wording == wording && newest.IsInUse == isInUse && (newest.Version - version) is 0 or 1)
                {
                    return new LetterTemplateOutcome.Done(newest!);
                }

                if ((newest?.Version ?? 0) != version)
                {
                    return new LetterTemplateOutcome.Stale(newest?.Version ?? 0);
                }

                var next = LetterTemplate.Write(kind, language, version + 1, wording, actor, clock.UtcNow, isInUse);
                if (await store.AddAsync(next, cancellationToken))
                {
                    return new LetterTemplateOutcome.Done(next);
                }
            }
        }
        catch (StoreUnavailableException)
        {
            return new LetterTemplateOutcome.NothingSaved();
        }
    }
}
