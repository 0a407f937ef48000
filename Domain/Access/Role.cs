namespace CovidSchoolReporting.Domain.Access;

/// <summary>What a user of the portal is. One user has one role.</summary>
public enum Role
{
    /// <summary>Dirigente scolastico: reports for the plessi of one institute.</summary>
    HeadTeacher,

    /// <summary>Referente COVID of a school: reports for the plessi of one institute.</summary>
    Referent,

    /// <summary>Operatore ATS: works the received cases of the territories assigned.</summary>
    AgencyOperator,

    /// <summary>Amministratore ATS: users, schools, policies, audit; no access to the persons' data.</summary>
    AgencyAdministrator,
}

public static class Roles
{
    /// <summary>The roles that report for the plessi of one institute.</summary>
    public static IReadOnlyList<Role> OfSchool { get; } = [Role.HeadTeacher, Role.Referent];

    public static bool IsSchool(this Role role) => OfSchool.Contains(role);
}
