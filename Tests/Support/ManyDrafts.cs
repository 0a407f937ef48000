using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Drafts;

namespace CovidSchoolReporting.Tests.Support;

internal static class ManyDrafts
{
    /// <summary>Keeps as many drafts as one user may have: for another there is no room.</summary>
    public static async Task FillAsync(this IDraftStore store, Actor actor)
    {
        for (var count = 0; count < SavedDraft.MostOfOneUser; count++)
        {
            await store.SaveAsync(actor, DraftKey.NewCase(Guid.NewGuid()), "{}", 0, CancellationToken.None);
        }
    }
}
