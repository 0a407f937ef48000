namespace CovidSchoolReporting.App.Identity;

/// <summary>
/// A session that runs out lets the screens of its circuit put away what was typed, before they are taken away. Lives as long as
/// the circuit.
/// </summary>
public sealed class LastWords
{
    private bool _said;

    /// <summary>The time to hand in what was typed. Returns soon, whatever the browser does.</summary>
    public event Func<Task>? Asked;

    /// <summary>Asks once; a session ends only once.</summary>
    public async Task AskAsync()
    {
        if (_said)
        {
            return;
        }

        _said = true;
        foreach (var screen in Asked?.GetInvocationList().Cast<Func<Task>>() ?? [])
        {
            await screen();
        }
    }
}
