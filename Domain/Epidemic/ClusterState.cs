namespace CovidSchoolReporting.Domain.Epidemic;

/// <summary>Where a cluster stands at the agency; its cases have states of their own.</summary>
public enum ClusterState
{
    /// <summary>Found, and nobody has said anything about it.</summary>
    Open,

    /// <summary>An operator keeps an eye on it.</summary>
    Watched,

    /// <summary>It is over. Another case in the class opens it again.</summary>
    Closed,
}
