namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>What the Content-Security-Policy is known to stop, without harm.</summary>
internal static class KnownViolations
{
    public static readonly string[] All = [];
}
