using CovidSchoolReporting.Domain.Cases;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Contacts;

/// <summary>Says whom to list: those met in the days of the contact window.</summary>
public partial class WindowNotice
{
    [Inject]
    public required IStringLocalizer<ContactTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public ContactSetting Setting { get; set; } = null!;
}
