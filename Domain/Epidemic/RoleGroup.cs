using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Epidemic;

/// <summary>The roles as the figures tell them apart: six would be too many colours.</summary>
public enum RoleGroup
{
    Pupils,

    /// <summary>Teachers, support teachers, educators 0-6.</summary>
    Teaching,

    /// <summary>Personale ATA and everybody else.</summary>
    OtherStaff,
}

public static class RoleGroups
{
    public static RoleGroup Of(PersonRole role) => role switch
    {
        PersonRole.Pupil => RoleGroup.Pupils,
        PersonRole.Teacher or PersonRole.SupportTeacher or PersonRole.EarlyYearsEducator => RoleGroup.Teaching,
        _ => RoleGroup.OtherStaff,
    };
}
