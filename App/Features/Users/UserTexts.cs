namespace CovidSchoolReporting.App.Features.Users;

/// <summary>Names the texts of the administrator's users.</summary>
public sealed class UserTexts;
