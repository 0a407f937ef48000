namespace CovidSchoolReporting.Domain.Access;

/// <summary>What is wrong with a registration. It is also the error code of its rule, so that a screen has a sentence for each.</summary>
public enum UserFault
{
    EmailMissing,
    EmailTooLong,
    EmailInvalid,

    /// <summary>Another user is registered with the address.</summary>
    EmailTaken,
    NameMissing,
    NameTooLong,
    NameForbidden,

    /// <summary>A head teacher or a referent belongs to an institute.</summary>
    InstituteMissing,
    InstituteUnwanted,

    /// <summary>No institute has the code.</summary>
    InstituteUnknown,

    /// <summary>An operator has at least one territory.</summary>
    TerritoryMissing,
    TerritoryUnwanted,
}

/// <param name="Field">Name of the value in <see cref="UserRegistration"/>.</param>
/// <param name="Reason">English, for the command line.</param>
public sealed record UserFinding(string Field, UserFault Fault, string Reason);
