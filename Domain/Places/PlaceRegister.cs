using CovidSchoolReporting.Domain.People;

namespace CovidSchoolReporting.Domain.Places;

/// <summary>
/// The comuni, suppressed comuni and foreign states that the portal knows. Immutable, safe for every thread;
/// one instance serves the whole process (about 8,000 comuni, loaded in some tens of milliseconds).
/// </summary>
public sealed class PlaceRegister
{
    /// <summary>More typed characters than the longest comune's label has never match anything.</summary>
    public const int LongestSearchText = 80;

    private readonly Entry[] _entries;
    // Never changed once filled. Frozen dictionaries would take longer to build than all the rest of the loading.
    private readonly Dictionary<string, Municipality> _byCode;
    private readonly Dictionary<string, BirthPlace> _birthPlaces;

    // Made at the first question: a list of a thousand people asks for the same few names again and again.
    private readonly Lazy<Dictionary<string, Municipality?>> _byName;

    private PlaceRegister(Entry[] entries, IEnumerable<BirthPlace> birthPlaces)
    {
        _entries = entries;
        Municipalities = [.. entries.Select(entry => entry.Municipality)];
        _byCode = Municipalities.ToDictionary(municipality => municipality.Code, StringComparer.OrdinalIgnoreCase);
        _byName = new(ByName);
        _birthPlaces = birthPlaces.ToDictionary(place => place.Code, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// All comuni in the order of the manual's drop-down: Milano, Lodi, the others of MI and LO together
    /// alphabetically, then the rest of Italy alphabetically; case and accents do not count, homonyms go by province.
    /// </summary>
    public IReadOnlyList<Municipality> Municipalities { get; }

    /// <summary>Reads the embedded tables.</summary>
    /// <exception cref="InvalidOperationException">A table is not embedded.</exception>
    /// <exception cref="InvalidDataException">A table is damaged.</exception>
    public static PlaceRegister Load()
    {
        var rows = PlaceTables.Municipalities().ToArray();
        var entries = rows
            .Select(row => Entry.For(row.Municipality))
            .OrderBy(entry => Rank(entry.Municipality))
            .ThenBy(entry => entry.NameKey, StringComparer.Ordinal)
            .ThenBy(entry => entry.Municipality.Province, StringComparer.Ordinal)
            .ToArray();
        var birthPlaces = rows
            .Select(row => AsBirthPlace(row.Municipality, row.Established))
            .Concat(PlaceTables.FormerMunicipalities())
            .Concat(PlaceTables.ForeignStates());
        return new PlaceRegister(entries, birthPlaces);
    }

    /// <summary>The comune with this Belfiore code (any case), or null; suppressed comuni are not comuni any more.</summary>
    public Municipality? FindByCode(string? code) =>
        code is not null && _byCode.TryGetValue(code.Trim(), out var municipality) ? municipality : null;

    /// <summary>
    /// Comuni for a type-ahead: those whose name starts with the text, then those with a later word that does, each in
    /// the order of <see cref="Municipalities"/>. Case, accents and apostrophes do not count; a whole label and a
    /// Belfiore code are understood too. No text gives the head of the list.
    /// </summary>
    /// <param name="typed">What the user has typed so far.</param>
    /// <param name="limit">At most so many, 1 or more.</param>
    /// <param name="ofTerritoryOnly">Only the comuni of the agency's territory (where a school can be).</param>
    public IReadOnlyList<Municipality> Search(string? typed, int limit, bool ofTerritoryOnly = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var text = typed?.Trim() ?? "";
        if (text.Length > LongestSearchText)
        {
            return [];
        }

        // The territory is the head of the list, so taking stops where it ends.
        var candidates = ofTerritoryOnly ? _entries.TakeWhile(entry => entry.Municipality.Territory is not null) : _entries;
        if (text.Length == 0)
        {
            return [.. candidates.Take(limit).Select(entry => entry.Municipality)];
        }

        if (FindByCode(text) is { } coded)
        {
            return ofTerritoryOnly && coded.Territory is null ? [] : [coded];
        }

        var key = LatinLetters.SearchKey(text);
        return key.Length == 0 ? [] : Matches([.. candidates], key, limit);
    }

    /// <summary>
    /// The comune that a text means: a label ("MILANO (MI)"), a name, or a Belfiore code. Null when there is none, and
    /// when a name alone belongs to two comuni.
    /// </summary>
    public Municipality? Resolve(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestSearchText)
        {
            return null;
        }

        if (FindByCode(text) is { } coded)
        {
            return coded;
        }

        return _byName.Value.GetValueOrDefault(LatinLetters.SearchKey(text));
    }

    /// <summary>
    /// The place that a code names as a place of birth: comuni, suppressed comuni (their people keep the code) and
    /// foreign states.
    /// </summary>
    /// <param name="code">Belfiore code, any case, without omocodia letters.</param>
    /// <param name="bornOn">Day of birth; null asks only whether the place is known.</param>
    public BirthPlaceLookup FindBirthPlace(string code, DateOnly? bornOn)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (!_birthPlaces.TryGetValue(code.Trim(), out var place))
        {
            return new BirthPlaceLookup(BirthPlaceStatus.Unknown, null);
        }

        var valid = bornOn is null || place.ExistedOn(bornOn.Value);
        return new BirthPlaceLookup(valid ? BirthPlaceStatus.Valid : BirthPlaceStatus.NotValidThen, place);
    }

    /// <summary>What names and labels mean; null where a name alone belongs to two comuni.</summary>
    private Dictionary<string, Municipality?> ByName()
    {
        var meant = _entries.GroupBy(entry => entry.NameKey).ToDictionary(
            same => same.Key, same => same.Count() == 1 ? same.First().Municipality : null);
        foreach (var entry in _entries)
        {
            meant.TryAdd(entry.LabelKey, entry.Municipality);
        }

        return meant;
    }

    private static List<Municipality> Matches(Entry[] candidates, string key, int limit)
    {
        var found = candidates
            .Where(entry => entry.LabelKey.StartsWith(key, StringComparison.Ordinal))
            .Take(limit)
            .ToList();
        if (found.Count < limit)
        {
            var laterWord = " " + key;
            found.AddRange(candidates
                .Where(entry => entry.NameKey.Contains(laterWord, StringComparison.Ordinal)
                    && !entry.LabelKey.StartsWith(key, StringComparison.Ordinal))
                .Take(limit - found.Count));
        }

        return found.ConvertAll(entry => entry.Municipality);
    }

    private static int Rank(Municipality municipality) => municipality.Code switch
    {
        "F205" => 0,
        "E648" => 1,
        _ => municipality.Territory is null ? 3 : 2,
    };

    private static BirthPlace AsBirthPlace(Municipality municipality, DateOnly? established) => new(
        municipality.Code, municipality.Name, municipality.Province, BirthPlaceKind.Municipality, established, ValidTo: null);

    /// <param name="LabelKey">"CASTRO BG": a chosen comune's label, put back into the field, finds that comune again.</param>
    private sealed record Entry(Municipality Municipality, string NameKey, string LabelKey)
    {
        public static Entry For(Municipality municipality)
        {
            var nameKey = LatinLetters.SearchKey(municipality.Name);
            return new Entry(municipality, nameKey, $"{nameKey} {municipality.Province}");
        }
    }
}
