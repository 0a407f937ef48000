namespace CovidSchoolReporting.Domain.Schools;

/// <summary>What is wrong with one value of a plesso or its institute.</summary>
public enum SiteFault
{
    Missing,
    TooLong,

    /// <summary>It holds what cannot be kept.</summary>
    Forbidden,

    /// <summary>The code is another school's.</summary>
    Taken,

    /// <summary>It names nothing that there is: a comune outside the agency's territory.</summary>
    Unknown,
}

/// <param name="Field">Name of the value in <see cref="SiteRegistration"/>.</param>
/// <param name="Reason">English, for the command line.</param>
public sealed record SiteFinding(string Field, SiteFault Fault, string Reason);
