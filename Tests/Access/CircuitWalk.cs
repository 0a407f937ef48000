using Bunit;
using CovidSchoolReporting.App.Components;

namespace CovidSchoolReporting.Tests.Access;

/// <summary>Opens the page of a row inside a circuit of each visitor.</summary>
internal sealed class CircuitWalk(AccessStage stage)
{
    private const string NotFoundHeading = "Pagina non trovata";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    /// <summary>What is wrong with the row; nothing when every cell is true.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(AccessRow row, Type page)
    {
        List<string> faults = [];
        foreach (var (visitor, expected) in row.Cells)
        {
            // Whoever is not signed in gets no circuit (the row about it says so); what is left to see is that the pages
            // with a policy would show nothing to one either.
            if (visitor != Visitor.Anonymous || Pages.IsGuarded(page))
            {
                faults.AddRange(await CellFaultsAsync(row.Address!, visitor, expected));
            }
        }

        return faults;
    }

    private async Task<IReadOnlyList<string>> CellFaultsAsync(string address, Visitor visitor, Verdict expected)
    {
        List<string> faults = [];
        var nothing = expected == Verdict.NotThere ? await ShowAsync(Subjects.Nothing.Fill(address), visitor, isThere: false, faults) : null;

        // Where the role decides, the page is never made and no id is looked at: one is enough.
        foreach (var subject in stage.Subjects.Expand(address).Take(expected is Verdict.Refused or Verdict.SignIn ? 1 : int.MaxValue))
        {
            var filled = subject.Fill(address);
            var shown = await ShowAsync(filled, visitor, expected == Verdict.Yes, faults);
            if (AccessStage.ForeignNames(visitor, shown) is { Count: > 0 } names)
            {
                faults.Add($"{visitor} reads {string.Join(", ", names)} at {filled}");
            }

            if (nothing is not null
                && Look.Of(0, "", shown, filled).DifferenceFrom(Look.Of(0, "", nothing, Subjects.Nothing.Fill(address))) is { } difference)
            {
                faults.Add($"{visitor} can tell {filled} from nothing: {difference}");
            }
        }

        return faults;
    }

    /// <summary>Waits until the screen says what it should, or for so long that it never will.</summary>
    private async Task<string> ShowAsync(string address, Visitor visitor, bool isThere, List<string> faults)
    {
        await using var circuit = new Circuit(stage.Portal, stage.PrincipalOf(visitor));
        var screen = circuit.Open(address);
        try
        {
            screen.WaitForState(() => IsSettled(screen, address) && IsNotFound(screen) != isThere, _patience);
        }
        catch (Exception exception) when (exception.GetType().Name.StartsWith("WaitFor", StringComparison.Ordinal))
        {
            faults.Add($"{visitor} in a circuit at {address}: expected {(isThere ? "the page" : "the not-found page")}, got {screen.Markup}");
        }

        return screen.Markup;
    }

    private static bool IsNotFound(IRenderedComponent<Routes> screen) =>
        screen.FindAll("h1").Any(heading => heading.TextContent == NotFoundHeading);

    /// <summary>What was asked for has been read: the list, and the case in the question over it.</summary>
    private static bool IsSettled(IRenderedComponent<Routes> screen, string address) =>
        screen.FindAll("h1").Count > 0 && screen.FindAll("main .loading").Count == 0
        && (!address.EndsWith("/chiudi", StringComparison.Ordinal) || IsNotFound(screen)
            || screen.FindAll("#close-heading, .notice-success").Count > 0);
}
