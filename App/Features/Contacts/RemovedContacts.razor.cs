using CovidSchoolReporting.Domain.Cases;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>Contatti eliminati: what was deleted can be brought back until the case is closed.</summary>
public partial class RemovedContacts
{
    [Inject]
    public required IStringLocalizer<ContactTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public IReadOnlyList<ContactSheet> Contacts { get; set; } = [];

    [Parameter]
    public EventCallback<int> OnRestore { get; set; }
}
