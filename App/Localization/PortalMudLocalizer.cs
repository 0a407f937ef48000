using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CovidSchoolReporting.App.Localization;

/// <summary>Gives MudBlazor its own strings in Italian. MudBlazor asks only when the language is not English.</summary>
internal sealed class PortalMudLocalizer(IStringLocalizer<MudTexts> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => texts[key];

    public override LocalizedString this[string key, params object[] arguments] => texts[key, arguments];
}
