using CovidSchoolReporting.Benchmarks.Stage;

namespace CovidSchoolReporting.Benchmarks.Lists;

/// <summary>Which page of a list.</summary>
internal enum Place
{
    First,
    Middle,
    Last,
}

internal static class Places
{
    /// <summary>The id of the row after which the page begins; null for the first page.</summary>
    public static int? Find(this Place place, FilledDatabase database, string table, string condition, string key, bool descending)
    {
        if (place == Place.First)
        {
            return null;
        }

        var count = database.Plain.Ask<long>($"SELECT COUNT(*) FROM {table} WHERE {condition}");
        var before = place == Place.Middle ? count / 2 : Math.Max(1, count - 25);
        var order = descending ? "DESC" : "ASC";
        return (int)database.Plain.Ask<long>(
            $"SELECT Id FROM {table} WHERE {condition} ORDER BY {key} {order}, Id {order} LIMIT 1 OFFSET {before - 1}");
    }
}
