using CovidSchoolReporting.App.Hosting;
using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Identity.Embedded;

public sealed partial class SignInPage
{
    [Parameter, EditorRequired] public required SignInForm Form { get; set; }

    /// <summary>Where the page posts to: itself, with the request that waits.</summary>
    [Parameter, EditorRequired] public required string Action { get; set; }

    [Parameter, EditorRequired] public string? AntiforgeryToken { get; set; }

    /// <summary>Empty outside the demonstration.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<DemonstrationAccount> Demonstration { get; set; }

    private static string Text(string name) => IdentityText.Get(name);

    private string? Invalid(string fault) => Form.Has(fault) || Form.Has("SignIn_Wrong") ? "true" : null;
}
