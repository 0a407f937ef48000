namespace CovidSchoolReporting.App.Identity;

/// <summary>Addresses that belong to signing in and out. All are open to everybody.</summary>
public static class IdentityPaths
{
    /// <summary>GET: goes to the provider, and back to <c>ritorno</c>.</summary>
    public const string Enter = "/accedi";

    /// <summary>POST with an antiforgery token: ends the session here and at the provider.</summary>
    public const string Leave = "/esci";

    public const string SignedOut = "/uscita";
    public const string SessionEnded = "/sessione-terminata";
    public const string Error = "/errore/accesso";

    /// <summary>The sign-in page of the embedded provider.</summary>
    public const string SignIn = "/accesso";

    /// <summary>Query parameter with the local address to go to afterwards.</summary>
    public const string Return = "ritorno";

    public static string WithReturn(string path, string? local) =>
        IsLocal(local) && local != "/" ? $"{path}?{Return}={Uri.EscapeDataString(local!)}" : path;

    /// <summary>True for a path on this portal. Browsers read <c>//x</c> and <c>/\x</c> as another host.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}
