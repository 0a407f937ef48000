using System.Collections;
using System.Runtime.CompilerServices;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>People to be recognised again. Asking whether somebody is among them costs the same however many they are.</summary>
[CollectionBuilder(typeof(PersonSet), nameof(Of))]
public sealed class PersonSet : IReadOnlyCollection<PersonIdentity>
{
    private readonly List<PersonIdentity> _people;
    private readonly HashSet<string> _codes;
    private readonly HashSet<(string, DateOnly)> _names = [];
    private readonly HashSet<(string, DateOnly)> _namesWithoutCode = [];

    private PersonSet(List<PersonIdentity> people)
    {
        _people = people;
        _codes = [.. people.Select(person => person.FiscalCodeKey).OfType<string>()];
        foreach (var person in people)
        {
            if (person.BirthDate is { } born)
            {
                _names.Add((person.SurnameKey, born));
                if (person.FiscalCodeKey is null)
                {
                    _namesWithoutCode.Add((person.SurnameKey, born));
                }
            }
        }
    }

    public int Count => _people.Count;

    public static PersonSet Of(ReadOnlySpan<PersonIdentity> people) => new([.. people]);

    /// <summary>Whether <see cref="PersonIdentity.IsSameAs"/> holds for any of them.</summary>
    public bool Contains(PersonIdentity person)
    {
        // Two codes decide between themselves: a name is asked only where one of the two has no code.
        if (person.FiscalCodeKey is { } code && _codes.Contains(code))
        {
            return true;
        }

        return person.BirthDate is { } born
            && (person.FiscalCodeKey is null ? _names : _namesWithoutCode).Contains((person.SurnameKey, born));
    }

    public IEnumerator<PersonIdentity> GetEnumerator() => _people.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
