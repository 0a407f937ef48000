using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Agency;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>All that happened to a case at the agency, newest first: each step, each assignment, each decision.</summary>
public partial class HistoryList
{
    [Inject]
    public required IStringLocalizer<CaseFileTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public CaseFile File { get; set; } = null!;

    private IEnumerable<(DateTime At, string What, string? Who)> Lines => Unsorted().OrderByDescending(line => line.At);

    private IEnumerable<(DateTime At, string What, string? Who)> Unsorted()
    {
        // The decisions say more than the line that was kept of them.
        foreach (var line in File.History.Events.Where(line => line.Kind != ReportEventKind.ContactsDecided))
        {
            yield return (line.At, Text[$"Event_{line.Kind}", line.Subject ?? ""], line.ByName);
        }

        foreach (var taken in File.Decisions.GroupBy(one => (one.DecidedAt, one.DecidedByName, one.Status, one.OwnEnd, IsFirst: one.Version == 1)))
        {
            var names = string.Join(", ", taken.Select(one => File.Contacts.FirstOrDefault(contact => contact.Id == one.ContactId)?.FullName));
            yield return (taken.Key.DecidedAt, Text[taken.Key.IsFirst ? "Event_Decided" : "Event_DecidedAgain", Text.Of(taken.Key.Status), names], taken.Key.DecidedByName);
        }
    }
}
