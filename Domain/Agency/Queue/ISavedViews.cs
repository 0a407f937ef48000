using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Agency.Queue;

/// <summary>The views that an operator saved: their own only. For everybody else there are none, and none can be saved.</summary>
public interface ISavedViews
{
    /// <summary>By name.</summary>
    Task<IReadOnlyList<SavedViewRow>> ListAsync(Actor actor, CancellationToken cancellationToken);

    /// <summary>Saves a view under a name. A view of that name, whatever its capitals, is shown from now on with these words.</summary>
    Task<SavedViewOutcome> SaveAsync(Actor actor, string name, string words, CancellationToken cancellationToken);

    Task<SavedViewOutcome> RenameAsync(Actor actor, int viewId, string name, CancellationToken cancellationToken);

    Task<SavedViewOutcome> RemoveAsync(Actor actor, int viewId, CancellationToken cancellationToken);

    /// <summary>Makes one the view that opens by itself, in place of any other.</summary>
    /// <param name="isDefault">False to have none.</param>
    Task<SavedViewOutcome> PreferAsync(Actor actor, int viewId, bool isDefault, CancellationToken cancellationToken);
}

/// <summary>A saved view, see <see cref="SavedView"/>.</summary>
public sealed record SavedViewRow(int Id, string Name, string Words, bool IsDefault);

/// <summary>What became of a command on saved views.</summary>
public abstract record SavedViewOutcome
{
    private SavedViewOutcome()
    {
    }

    public sealed record Done(int ViewId) : SavedViewOutcome;

    /// <summary>The name is empty or too long.</summary>
    public sealed record NotAName : SavedViewOutcome;

    /// <summary>Another of the user's views is called so.</summary>
    public sealed record NameTaken : SavedViewOutcome;

    /// <summary>The user has as many as there can be, see <see cref="SavedView.MostOfOneUser"/>.</summary>
    public sealed record TooMany : SavedViewOutcome;

    /// <summary>There is no such view for this user.</summary>
    public sealed record NotFound : SavedViewOutcome;

    /// <summary>The database cannot be written now; nothing was written.</summary>
    public sealed record NothingSaved : SavedViewOutcome;
}
