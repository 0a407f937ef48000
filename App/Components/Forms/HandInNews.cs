using CovidSchoolReporting.Domain.Drafts;

namespace CovidSchoolReporting.App.Components.Forms;

/// <summary>
/// Tells open forms that a page which went away has handed in its fields. A reload is often shown before the page that it replaces
/// has been heard out: without the news the new page would show the draft as it was before the last keys.
/// </summary>
public sealed class HandInNews
{
    /// <summary>Whose draft it is, and which. Raised outside any circuit.</summary>
    public event Action<int, DraftKey>? Came;

    public void Tell(int userId, DraftKey key) => Came?.Invoke(userId, key);
}
