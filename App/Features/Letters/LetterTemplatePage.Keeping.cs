using CovidSchoolReporting.App.Components.Forms;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.Drafts;
using CovidSchoolReporting.Domain.Letters;

namespace CovidSchoolReporting.App.Features.Letters;

/// <summary>How what is typed and not saved is kept, found again and thrown away.</summary>
public partial class LetterTemplatePage
{
    private StoredDraft? _discarded;
    private DateTime? _resumedAt;

    /// <summary>The version that the user has read: over what a colleague saved since, one saves only knowingly.</summary>
    protected override int Revision => _draft?.Version ?? 0;

    private DraftSituation Situation => DraftSituation.None with { ResumedAt = _resumedAt, IsDiscarded = _discarded is not null };

    protected override string ContentOf(Guid tab) => new LetterDraft(tab, _draft!.Version, _draft.Title, _draft.Body).Write();

    protected override void Show(StoredDraft? stored)
    {
        var kind = LetterAddress.KindOf(Word)!.Value;
        _draft = _stored is null ? new LetterTemplateDraft { Kind = kind, Language = Language } : LetterTemplateDraft.Of(_stored);
        _resumedAt = null;
        if (stored is not null && LetterDraft.Read(stored) is { } kept && (kept.Title, kept.Body) != (_draft.Title, _draft.Body))
        {
            (_draft.Version, _draft.Title, _draft.Body) = (kept.Version, kept.Title, kept.Body);
            _resumedAt = stored.SavedAt;
        }
    }

    private async Task ChooseAsync(DraftChoice choice)
    {
        try
        {
            if (choice is DraftChoice.Discard)
            {
                await KeepAsync();
                _discarded = await Drafts.FindAsync(await ActorAsync(), Keeper!.Key, CancellationToken.None);
                Show(null);
                await ForgetDraftAsync();
            }
            else if (_discarded is { } discarded)
            {
                _discarded = null;
                Show(discarded);
                await Keeper!.KeepAnewAsync();
            }
        }
        catch (StoreUnavailableException)
        {
            // Nothing was thrown away: it stands there still.
        }
    }
}
