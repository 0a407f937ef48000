using CovidSchoolReporting.Infrastructure.Identity;

namespace CovidSchoolReporting.App.Commands;

/// <summary><c>users …</c>: who may enter the portal, until there are screens for it.</summary>
internal sealed class UsersCommand(
    UserDirectory directory, UserImport import, EmbeddedAccounts accounts, TextReader input, TextWriter output, TextWriter errors)
    : Command(output, errors)
{
    public static string Help { get; } = $"""
        Manages the users of the portal.

          users list
          users add --email ADDRESS --name "NAME" --role {UserNotation.RoleNames} [--institute CODE] [--territory MI,LO]
          users import FILE.csv         columns email,name,role,institute,territory; all rows or none
          users disable ADDRESS         ends every session of the user within seconds
          users enable ADDRESS
          users release ADDRESS         forgets the provider's account; the next sign-in joins the user anew
          users set-password ADDRESS    embedded provider only; reads the password from standard input, and ends every session of the user

        Whoever is added or imported here is told of it by nobody: invitations by e-mail leave from the page «Utenti» alone.

        A head teacher or a referent needs the code of an institute, an operator one territory or two.
        Configuration goes with it as at a normal start, for example --Database:Path=/srv/portal/portal.db
        """;

    private const string NoInvitation =
        "No invitation is sent by e-mail: give them the portal's address yourself, and where the portal has its own provider a password too (users set-password).";

    private static readonly string[] AddOptions = ["email", "name", "role", "institute", "territory"];

    protected override string Usage => Help;

    public override Task<int> RunAsync(CommandArguments arguments)
    {
        if (UnknownOption(arguments, arguments.Words is ["add"] ? AddOptions : []) is { } unknown)
        {
            return FailAsync($"--{unknown} is not an option of this command.", CommandLine.NotUnderstood);
        }

        return arguments.Words switch
        {
            ["list"] => ListAsync(),
            ["add"] => AddAsync(arguments),
            ["import", var file] => ImportAsync(file, "users registered", reader => import.ImportAsync(reader)),
            ["disable", var email] => ChangeAsync(email, directory.DisableAsync, "disabled"),
            ["enable", var email] => ChangeAsync(email, directory.EnableAsync, "enabled"),
            ["release", var email] => ChangeAsync(email, directory.ReleaseAsync, "released"),
            ["set-password", var email] => SetPasswordAsync(email),
            _ => NotUnderstoodAsync("users", arguments),
        };
    }

    private async Task<int> ListAsync()
    {
        foreach (var user in await directory.ListAsync())
        {
            var place = user.InstituteCode is null ? UserNotation.Write(user.Territories) : $"{user.InstituteCode} {user.InstituteName}";
            var state = user.IsDisabled ? "disabled" : user.IsJoined ? "joined" : "never signed in";
            await Output.WriteLineAsync($"{user.Email}\t{user.DisplayName}\t{UserNotation.Write(user.Role)}\t{place}\t{state}");
        }

        return CommandLine.Done;
    }

    private async Task<int> AddAsync(CommandArguments arguments)
    {
        if (!UserNotation.TryRead(
                arguments.Option("email"), arguments.Option("name"), arguments.Option("role"),
                arguments.Option("institute"), arguments.Option("territory"), out var registration, out var error))
        {
            return await FailAsync(error);
        }

        if (await directory.RegisterAsync([registration]) is [var refused])
        {
            return await FailAsync(string.Join(Environment.NewLine, refused.Reasons));
        }

        await Output.WriteLineAsync($"{registration.Email} registered.");
        await Output.WriteLineAsync(NoInvitation);
        return CommandLine.Done;
    }

    private async Task<int> ChangeAsync(string email, Func<string, CancellationToken, Task<UserChange>> change, string done)
    {
        switch (await change(email, CancellationToken.None))
        {
            case UserChange.Done:
                await Output.WriteLineAsync($"{email} {done}.");
                return CommandLine.Done;
            case UserChange.NothingToDo:
                await Output.WriteLineAsync($"{email} is {done} already.");
                return CommandLine.Done;
            default:
                return await FailAsync($"No user has the address '{email}'.");
        }
    }

    private async Task<int> SetPasswordAsync(string email)
    {
        if (await directory.FindByEmailAsync(email) is null)
        {
            return await FailAsync($"No user has the address '{email}'.");
        }

        var password = await input.ReadLineAsync() ?? "";
        if (password.Length is < EmbeddedAccounts.PasswordMinLength or > EmbeddedAccounts.PasswordMaxLength)
        {
            return await FailAsync(
                $"The password must have {EmbeddedAccounts.PasswordMinLength} to {EmbeddedAccounts.PasswordMaxLength} characters.");
        }

        await accounts.SetPasswordAsync(email, password);
        await Output.WriteLineAsync($"The password of {email} is set.");
        return CommandLine.Done;
    }
}
