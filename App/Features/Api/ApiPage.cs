using System.ComponentModel;

namespace CovidSchoolReporting.App.Features.Api;

[Description("A page of a list.")]
public sealed record ApiPage<TItem>(
    [property: Description("In the order in which they changed last.")] IReadOnlyList<TItem> Items,
    [property: Description("Whether there is more now.")] bool HasMore,
    [property: Description("Reads on after this page, now or later: once hasMore is false, it brings what changed since. Null while there is nothing at all.")]
    string? NextPageToken);
