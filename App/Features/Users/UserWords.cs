using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Infrastructure.Identity;
using Microsoft.Extensions.Localization;

namespace CovidSchoolReporting.App.Features.Users;

/// <summary>How users are written on the screens.</summary>
internal static class UserWords
{
    /// <summary>Where a user works: the institute, the territories, or nothing.</summary>
    public static string PlaceOf(UserRow row, IStringLocalizer<SharedTexts> shared) =>
        row.InstituteName ?? string.Join(", ", row.Territories.Order().Select(shared.Of));
}
