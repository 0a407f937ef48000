using CovidSchoolReporting.App.Components.Fields;
using CovidSchoolReporting.App.Components.Live;
using CovidSchoolReporting.App.Features.Cases;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Infrastructure.LiveUpdates;
using CovidSchoolReporting.Infrastructure.Schools;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Schools;

/// <summary>What the two pages have in common that save a plesso: the one with its institute, and the one without.</summary>
public abstract class SchoolEditing : LiveComponent
{
    private bool _isDone;

    [Inject]
    public required SchoolDesk Desk { get; init; }

    [Inject]
    public required ListMessage Message { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<SchoolTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    protected SchoolForm Form { get; } = new();

    protected string? Problem { get; private set; }

    protected bool IsSending { get; private set; }

    protected IReadOnlyList<FieldError> Errors =>
        [.. Form.Findings.Select(found => new FieldError(found.Field, $"{LabelOf(found.Field)}: {Text.Of(found.Fault)}"))];

    // What is typed stays; nothing on the page is anybody else's.
    protected override Task OnChangedAsync(Change change) => Task.CompletedTask;

    /// <summary>Reads what a colleague has made of it, and says it; what is typed stays. The next save knows of it.</summary>
    protected virtual Task<string?> ReadStandingAsync() => Task.FromResult<string?>(null);

    protected string? ErrorOf(string field) => Form.FaultOf(field) is { } fault ? Text.Of(fault) : null;

    protected void Type(string field, Action write)
    {
        write();
        Form.Typed(field);
    }

    /// <summary>Sends a command once at a time, and leads to the institute when it is done.</summary>
    protected async Task SendAsync(Func<Task<SchoolOutcome>> command, string done)
    {
        // The second of two quick clicks arrives while the page is already being left.
        if (IsSending || _isDone)
        {
            return;
        }

        (IsSending, Problem) = (true, null);
        try
        {
            switch (await command())
            {
                case SchoolOutcome.Done saved:
                    _isDone = true;
                    Form.Saved();
                    Message.Leave(done);
                    Navigation.NavigateTo(SchoolListAddress.Of(saved.InstituteId));
                    break;
                case SchoolOutcome.Invalid invalid:
                    Form.Refuse(invalid.Findings);
                    break;
                case SchoolOutcome.Stale:
                    Problem = await ReadStandingAsync();
                    break;
                case SchoolOutcome.NotFound:
                    Navigation.NotFound();
                    break;
                default:
                    Problem = Text["NothingSaved"];
                    break;
            }
        }
        finally
        {
            IsSending = false;
        }
    }

    /// <summary>The label of a field: the key of its text is its name, or the name that the screen has for it.</summary>
    private string LabelOf(string field) => field == "MunicipalityCode" ? Text["Municipality"] : Text[field];
}
