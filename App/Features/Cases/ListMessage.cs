namespace CovidSchoolReporting.App.Features.Cases;

/// <summary>Carries what happened on one screen to the list that is shown next. Lives as long as the user's circuit.</summary>
public sealed class ListMessage
{
    private string? _text;
    private int? _deleted;

    public void Leave(string text) => (_text, _deleted) = (text, null);

    /// <summary>A contact was deleted: the list that is shown next offers to take it back.</summary>
    public void LeaveDeletion(string text, int contactId) => (_text, _deleted) = (text, contactId);

    /// <summary>The contact that the message is about, once, if it was deleted. To be asked before <see cref="Take"/>.</summary>
    public int? TakeDeletion()
    {
        var deleted = _deleted;
        _deleted = null;
        return deleted;
    }

    /// <summary>The message, once.</summary>
    public string? Take()
    {
        var text = _text;
        _text = null;
        return text;
    }
}
