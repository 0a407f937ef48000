namespace CovidSchoolReporting.Domain.Access;

/// <summary>
/// Another system of the agency that reads over HTTP. Its secret is the identity provider's affair; what it may read is said here
/// and looked up at each request, so that a change takes effect while older tokens still live.
/// </summary>
public sealed class ApiClient
{
    public const int ClientIdMaxLength = 100;
    public const int ScopesMaxLength = 100;
    public const int TerritoriesMaxLength = 60;

    private HashSet<Territory> _territories = [];
    private HashSet<string> _scopes = [];

    private ApiClient()
    {
    }

    public int Id { get; private set; }

    /// <summary>The name that the identity provider knows it by: printable ASCII without blanks.</summary>
    public string ClientId { get; private init; } = "";

    /// <summary>What it sees of the received reports.</summary>
    public IReadOnlySet<Territory> Territories => _territories;

    /// <summary>See <see cref="ApiScopes"/>.</summary>
    public IReadOnlySet<string> Scopes => _scopes;

    /// <summary>UTC.</summary>
    public DateTime RegisteredAt { get; private init; }

    /// <summary>UTC; null while it may read.</summary>
    public DateTime? DisabledAt { get; private set; }

    /// <summary>Concurrency token: one more at each change.</summary>
    public int Version { get; private set; }

    public bool IsDisabled => DisabledAt is not null;

    /// <exception cref="ArgumentException">The name is not one, or there is no territory, or no scope or an unknown one.</exception>
    public static ApiClient Register(string clientId, IEnumerable<Territory> territories, IEnumerable<string> scopes, DateTime now)
    {
        var client = new ApiClient
        {
            ClientId = clientId,
            _territories = [.. territories],
            _scopes = [.. scopes],
            RegisteredAt = now,
        };
        return !IsClientId(clientId) ? throw new ArgumentException("Not a client's name.", nameof(clientId))
            : client._territories.Count == 0 ? throw new ArgumentException("A client has a territory.", nameof(territories))
            : client._scopes.Count == 0 || !client._scopes.IsSubsetOf(ApiScopes.All)
                ? throw new ArgumentException("A client has scopes, all of them known.", nameof(scopes))
            : client;
    }

    /// <summary>RFC 6749, appendix A.1, without the blank: names go into tables and logs.</summary>
    public static bool IsClientId(string text) =>
        text.Length is >= 3 and <= ClientIdMaxLength && text.All(character => character is > ' ' and <= '~');

    /// <exception cref="InvalidOperationException">It is disabled already.</exception>
    public void Disable(DateTime now)
    {
        DisabledAt = IsDisabled ? throw new InvalidOperationException("The client is disabled already.") : now;
        Version++;
    }

    /// <exception cref="InvalidOperationException">It is not disabled.</exception>
    public void Enable()
    {
        DisabledAt = IsDisabled ? null : throw new InvalidOperationException("The client is not disabled.");
        Version++;
    }
}
