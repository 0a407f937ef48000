using CovidSchoolReporting.Domain.Cases;

namespace CovidSchoolReporting.Infrastructure.Persistence.Agency;

/// <summary>What was typed to find a person, as the indexes know it.</summary>
internal abstract record QueueSearch
{
    private QueueSearch()
    {
    }

    /// <summary>Null when nothing is searched for.</summary>
    public static QueueSearch? Of(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (PersonSearch.FiscalCodeKey(typed) is { } code)
        {
            return new Code(code);
        }

        var (from, before) = PersonSearch.Range(typed);
        return from.Length == 0 ? new Nobody() : new Name(from, before);
    }

    /// <summary>A whole codice fiscale.</summary>
    public sealed record Code(string Key) : QueueSearch;

    /// <summary>The beginning of surname and name, in either order.</summary>
    public sealed record Name(string From, string Before) : QueueSearch;

    /// <summary>No letter was typed: nobody is called so.</summary>
    public sealed record Nobody : QueueSearch;
}
