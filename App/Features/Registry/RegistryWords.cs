using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Infrastructure.Audit;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Registry;

/// <summary>How an entry of the audit is written, on the screen and in the file alike.</summary>
internal static class RegistryWords
{
    public static string WhoOf(AuditRow row, IStringLocalizer<RegistryTexts> text) => row switch
    {
        { ClientName: { } client } => text["WhoSystem", client],
        { UserId: null } => text["WhoPortal"],
        { UserName: null } => text["WhoUnknown", row.UserId],
        { InstituteName: { } institute } => $"{row.UserName}, {institute}",
        _ => $"{row.UserName}, ATS",
    };

    public static string RecordOf(AuditRow row, IStringLocalizer<RegistryTexts> text) =>
        row is { RecordKind: { } kind, RecordId: { } id } ? $"{text.Of(kind)} {id}" : "";
}
