using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Users;

/// <summary>The fields of a user: who it is, and what they may do. What the role asks for appears when it is chosen.</summary>
public partial class UserFields
{
    private const int InstituteLength = Domain.Schools.Institute.CodeMaxLength + Domain.Schools.Institute.NameMaxLength + 3;

    private static readonly IReadOnlyList<Role?> AllRoles = [.. Enum.GetValues<Role>().Select(role => (Role?)role)];

    [Inject]
    public required IStringLocalizer<UserTexts> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedTexts> Shared { get; init; }

    [Parameter, EditorRequired]
    public UserForm Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public bool IsNew { get; set; }

    /// <summary>The institutes for what was typed, as the field writes them.</summary>
    [Parameter, EditorRequired]
    public Func<string, Task<IReadOnlyList<string>>> FindInstitutes { get; set; } = null!;

    /// <summary>Something was typed or chosen.</summary>
    [Parameter]
    public EventCallback OnTyped { get; set; }

    /// <summary>A save without a role was refused.</summary>
    [Parameter]
    public bool RoleIsMissing { get; set; }

    private string? RoleError => RoleIsMissing && Form.Role is null ? Text["RoleMissing"].Value : null;

    private string? ErrorOf(string field) => Form.FaultOf(field) is { } fault ? Text.Of(fault) : null;

    private Task Type(string field, Action write)
    {
        write();
        Form.Typed(field);
        return OnTyped.InvokeAsync();
    }
}
