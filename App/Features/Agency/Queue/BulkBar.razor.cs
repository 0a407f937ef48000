using CovidSchoolReporting.Domain.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency.Queue;

/// <summary>What can be done with the ticked rows.</summary>
public partial class BulkBar
{
    private int _colleague;

    [Inject]
    public required IStringLocalizer<QueueTexts> Text { get; init; }

    /// <summary>How many rows are ticked.</summary>
    [Parameter, EditorRequired]
    public int Ticked { get; set; }

    /// <summary>Those to whom they can be given, the user first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Actor> Colleagues { get; set; } = [];

    [Parameter, EditorRequired]
    public EventCallback OnTake { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<Actor> OnAssign { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnNone { get; set; }

    private async Task AssignAsync()
    {
        if (Colleagues.FirstOrDefault(one => one.UserId == _colleague) is { } colleague)
        {
            _colleague = 0;
            await OnAssign.InvokeAsync(colleague);
        }
    }
}
