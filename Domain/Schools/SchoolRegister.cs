namespace CovidSchoolReporting.Domain.Schools;

/// <summary>Who lists a plesso, and so can say that it exists no more.</summary>
public enum SchoolRegister
{
    /// <summary>The agency's administrator: services that no ministry lists, such as nidi and CFP.</summary>
    Agency,

    /// <summary>The ministry's open data on state schools (scuole statali).</summary>
    State,

    /// <summary>The ministry's open data on recognised private and municipal schools (scuole paritarie).</summary>
    Accredited,
}
