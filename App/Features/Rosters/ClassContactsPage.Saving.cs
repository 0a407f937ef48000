using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.App.Features.Rosters;

/// <summary>Saving what is ticked.</summary>
public partial class ClassContactsPage
{
    private async Task SaveAsync()
    {
        if (_saving || IsClosed)
        {
            return;
        }

        _problem = null;
        if (!_pick!.Ticked.Any())
        {
            _problem = Text["NobodyTicked"];
            return;
        }

        if (_pick.Check() is not { } drafts)
        {
            _attempt++;
            return;
        }

        (_saving, _changedMeanwhile) = (true, false);
        try
        {
            await ShowAsync(await Reporting.SaveContactsAsync(await ActorAsync(), CaseId, drafts, CancellationToken.None));
        }
        finally
        {
            _saving = false;
        }
    }

    private async Task ShowAsync(SaveManyOutcome outcome)
    {
        switch (outcome)
        {
            case SaveManyOutcome.Saved saved:
                _dirty = false;
                Message.Leave(saved.Count == 1 ? Text["AddedOneFromClass"] : Text["AddedFromClass", saved.Count]);
                Navigation.NavigateTo(ContactsAddress);
                break;
            case SaveManyOutcome.Refused refused:
                // The rules have judged by a case that this page may not have seen.
                if (await FollowAsync())
                {
                    _pick!.Refuse(refused.Rows);
                    _attempt++;
                    _problem = Errors.Count == 0 ? Text["RefusedMeanwhile"].Value : null;
                }

                break;
            case SaveManyOutcome.Locked:
                await FollowAsync();
                break;
            case SaveManyOutcome.NothingSaved:
                _problem = FormText["NothingSaved"];
                if (_changedMeanwhile)
                {
                    await FollowAsync();
                }

                break;
            default:
                Navigation.NotFound();
                break;
        }
    }
}
