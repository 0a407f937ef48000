using CovidSchoolReporting.Domain.Matches;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.CaseFiles;

/// <summary>The other reports that have to do with this one, whatever the school.</summary>
public partial class RelatedList
{
    [Inject]
    public required IStringLocalizer<CaseFileTexts> Text { get; init; }

    [Parameter, EditorRequired]
    public CaseFile File { get; set; } = null!;

    /// <summary>The contacts of this case through whom the other one is related.</summary>
    private string NamesOf(IEnumerable<RelatedReport> through)
    {
        var contacts = through.Select(one => one.ContactId).ToHashSet();
        return string.Join(", ", File.Contacts.Where(contact => contacts.Contains(contact.Id)).Select(contact => contact.FullName));
    }
}
