using System.Reflection;

namespace CovidSchoolReporting.Domain.Cases;

/// <summary>A field in which two versions of a record differ.</summary>
/// <param name="Mine">What the user typed; an enumeration's value, a boolean or a text.</param>
/// <param name="Theirs">What is stored now.</param>
public sealed record FieldDifference(string Field, object? Mine, object? Theirs);

/// <summary>Compares what was typed with a newer stored version, field by field, so that the user can choose.</summary>
public static class DraftComparison
{
    private static readonly string[] NotTyped =
        [nameof(PersonDraft.RequestKey), nameof(PersonDraft.Id), nameof(PersonDraft.Revision), nameof(PersonDraft.Confirmations)];

    /// <summary>The typed fields of a kind of draft, in the order of their declaration.</summary>
    public static IReadOnlyList<PropertyInfo> FieldsOf(Type draft) =>
        [.. draft.GetProperties().Where(property => !NotTyped.Contains(property.Name))];

    public static IReadOnlyList<FieldDifference> Differences(PersonDraft mine, PersonDraft theirs) =>
    [
        .. FieldsOf(mine.GetType())
            .Select(field => new FieldDifference(field.Name, field.GetValue(mine), field.GetValue(theirs)))
            .Where(difference => !Equals(difference.Mine, difference.Theirs)),
    ];

    /// <summary>Copies one field.</summary>
    public static void Copy(string field, PersonDraft from, PersonDraft to)
    {
        var property = from.GetType().GetProperty(field) ?? throw new ArgumentException($"No field {field}.", nameof(field));
        property.SetValue(to, property.GetValue(from));
    }

    /// <summary>A copy that shares nothing with the original.</summary>
    public static TDraft Clone<TDraft>(TDraft draft)
        where TDraft : PersonDraft, new()
    {
        var clone = new TDraft { RequestKey = draft.RequestKey, Id = draft.Id, Revision = draft.Revision };
        foreach (var field in FieldsOf(typeof(TDraft)))
        {
            Copy(field.Name, draft, clone);
        }

        clone.Confirmations = [.. draft.Confirmations];
        return clone;
    }
}
