using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Agency;
using CovidSchoolReporting.Domain.Agency.Queue;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Agency.Queue;

/// <summary>How the screen says what a list is filtered by.</summary>
internal static class QueueWords
{
    public static string Of(IStringLocalizer<QueueTexts> Text, ReportGaps missing) => missing switch
    {
        ReportGaps.FiscalCode => Text["Missing_FiscalCode"],
        ReportGaps.SwabDate => Text["Missing_SwabDate"],
        ReportGaps.Contacts => Text["Missing_Contacts"],
        _ => Text["Missing_Any"],
    };

    public static string Of(IStringLocalizer<QueueTexts> Text, AssigneeFilter assignee, IReadOnlyList<Actor> colleagues) => assignee.Kind switch
    {
        AssigneeKind.Me => Text["Assignee_Me"],
        AssigneeKind.Nobody => Text["Assignee_Nobody"],
        _ => Text["Assignee_Colleague", colleagues.FirstOrDefault(one => one.UserId == assignee.UserId)?.DisplayName ?? Text["ChipUnknown"]],
    };
}
