namespace CovidSchoolReporting.App.Features.Cases;

/// <summary>Carries what happened on one screen to the list that is shown next. Lives as long as the user's circuit.</summary>
public sealed class ListMessage
{
    private string? _text;

    public void Leave(string text) => _text = text;

    /// <summary>The message, once.</summary>
    public string? Take()
    {
        var text = _text;
        _text = null;
        return text;
    }
}
