using CovidSchoolReporting.App.Components.Lists;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Identity;

namespace CovidSchoolReporting.App.Features.Users;

/// <summary>The words of the list's address: <c>/ats/utenti?ruolo=operatori&amp;stato=attivi&amp;dopo=12</c>.</summary>
public static class UserListAddress
{
    public const string RoleKey = "ruolo";
    public const string StateKey = "stato";
    public const string InstituteKey = "istituto";
    public const string AfterKey = "dopo";
    public const string BeforeKey = "prima";

    private const string List = "/ats/utenti";

    private static readonly (string Word, Role Role)[] Roles =
    [
        ("dirigenti", Role.HeadTeacher), ("referenti", Role.Referent), ("operatori", Role.AgencyOperator), ("amministratori", Role.AgencyAdministrator),
    ];

    private static readonly (string Word, UserState State)[] States =
        [("attivi", UserState.Active), ("invitati", UserState.Invited), ("disattivati", UserState.Disabled)];

    /// <summary>Reads an address; a word that it does not know means the default.</summary>
    public static UserListRequest Read(string address)
    {
        var words = new AddressWords(address);
        return new UserListRequest(
            Role: Roles.Where(known => known.Word == words.Word(RoleKey)).Select(known => (Role?)known.Role).FirstOrDefault(),
            State: States.Where(known => known.Word == words.Word(StateKey)).Select(known => (UserState?)known.State).FirstOrDefault(),
            InstituteId: words.Number(InstituteKey),
            Anchor: words.Anchor(AfterKey, BeforeKey));
    }

    public static string Of(UserListRequest request)
    {
        List<string> words = [];
        if (request.Role is { } role)
        {
            words.Add($"{RoleKey}={Roles.Single(known => known.Role == role).Word}");
        }

        if (request.State is { } state)
        {
            words.Add($"{StateKey}={States.Single(known => known.State == state).Word}");
        }

        if (request.InstituteId is { } institute)
        {
            words.Add($"{InstituteKey}={institute}");
        }

        if (request.Anchor is { } anchor)
        {
            words.Add($"{(anchor.Backwards ? BeforeKey : AfterKey)}={anchor.Id}");
        }

        return words.Count == 0 ? List : $"{List}?{string.Join('&', words)}";
    }

    /// <summary>The address of one user.</summary>
    public static string Of(int userId) => $"{List}/{userId}";
}
